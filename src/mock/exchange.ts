/** What the backend did with one request: for the demo's panel, its reports, and the guards of tests. */
export interface Exchange {
  /** The backend's time, ISO 8601. */
  at: string
  method: string
  /** Path and query, below the application's base. */
  path: string
  /** The contract's operation; null where nothing is at that address. */
  operation: string | null
  surface: 'management' | 'public'
  /** Who asked, as the backend found out. */
  by:
    | { kind: 'nobody' }
    | { kind: 'user'; id: string; name: string }
    | { kind: 'token'; id: string; name: string }
  status: number
  /** Why it was not carried out: the problem's type without `/problems/`, or the public API's refusal reason or title; null where it was. */
  reason: string | null
  /** The same in words for a person; null where it was carried out. */
  detail: string | null
  /** What does not fit the contract. */
  mismatches: readonly { in: 'request' | 'answer'; detail: string }[]
  /** What was sent, parsed where it is JSON; never a password (replaced by '•••'), undefined where nothing was. */
  body: unknown
}
