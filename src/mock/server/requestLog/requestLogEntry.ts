/**
 * A log entry of a request to the backend, for observers of the server. The demo stores entries (table `exchanges`) and exports them,
 * and the kits pass them on, so a new name for a property needs a migration.
 */
export interface RequestLogEntry {
  /** The backend's time, ISO 8601. */
  at: string
  method: string
  /** Path and query, without the application's base path. */
  path: string
  /** The id of the operation; null if the contract has none for this path. */
  operation: string | null
  /** The API that the request is for. */
  surface: 'management' | 'public'
  /** The sender, as the backend authenticated it. */
  by:
    | { kind: 'nobody' }
    | { kind: 'user'; id: string; name: string }
    | { kind: 'token'; id: string; name: string }
  status: number
  /**
   * Why the request was rejected: a word, which is the type of a problem without `/problems/`, or `EdeskError.reason`. Null if
   * it succeeded.
   */
  reason: string | null
  /** The reason as a text for people; null if the request succeeded. */
  detail: string | null
  /** How the request or the response violated the contract. */
  mismatches: readonly { in: 'request' | 'answer'; detail: string }[]
  /** The request's body, parsed if it is JSON, with passwords replaced by '•••'; undefined if there was none. */
  body: unknown
}
