import { toApiError } from '#src/api/apiError.ts'
import { keyRefusal } from '#src/api/keyRefusal.ts'

/** The reasons why a request to eDesk can fail. Each needs a different reaction of the user. */
export type FailureKind =
  | 'invalid-key'
  | 'expired'
  | 'paused'
  | 'plan'
  | 'address'
  | 'cannot-read'
  | 'cannot-write'
  | 'rate-limit'
  | 'not-valid'
  | 'gone'
  | 'not-waiting'
  | 'internal'
  | 'unreachable'
  | 'no-answer'
  | 'unreadable'

export class EdeskFailure extends Error {
  readonly kind: FailureKind
  /** eDesk's own error text, for troubleshooting. */
  readonly details: string
  /** How many seconds eDesk asks to wait (Retry-After); 0 if it does not say. */
  readonly seconds: number

  constructor(
    kind: FailureKind,
    {
      details = '',
      seconds = 0,
      cause,
    }: { details?: string; seconds?: number; cause?: unknown } = {},
  ) {
    super(kind, { cause })
    this.name = 'EdeskFailure'
    this.kind = kind
    this.details = details
    this.seconds = seconds
  }
}

/** Converts any thrown value to an EdeskFailure. */
export function toEdeskFailure(thrown: unknown): EdeskFailure {
  if (thrown instanceof EdeskFailure) return thrown
  const { kind } = toApiError(thrown)
  const known = kind === 'unreachable' || kind === 'no-answer' ? kind : 'unreadable'
  return new EdeskFailure(known, { cause: thrown })
}

/** Creates the failure for an error response of eDesk's public API. */
export function failureOf(method: string, response: Response, body: unknown): EdeskFailure {
  const details = detailsOf(body)
  const seconds = Number(response.headers.get('retry-after')) || 0
  return new EdeskFailure(kindOf(method, response.status, details), { details, seconds })
}

function kindOf(method: string, status: number, details: string): FailureKind {
  switch (status) {
    case 400:
    case 413:
      return 'not-valid'
    case 401:
    case 403:
      return kindOfRefusal(method, status, details)
    case 404:
      return 'gone'
    case 429:
      return 'rate-limit'
    default:
      return status >= 500 ? 'internal' : 'unreadable'
  }
}

function kindOfRefusal(method: string, status: 401 | 403, details: string): FailureKind {
  const kind = keyRefusal(status, details)
  switch (kind) {
    case 'unreadable':
    case 'unknown':
      return 'invalid-key'
    case 'access':
      return method === 'GET' ? 'cannot-read' : 'cannot-write'
    default:
      return kind
  }
}

/** Returns the details as one line. For a validation error, lists the invalid fields. */
function detailsOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { message?: unknown; details?: unknown } }
  if (typeof error?.details === 'string') return error.details
  const fields = Object.keys(error?.details ?? {})
  const message = typeof error?.message === 'string' ? error.message : ''
  return fields.length > 0 ? `${message}: ${fields.join(', ')}` : message
}
