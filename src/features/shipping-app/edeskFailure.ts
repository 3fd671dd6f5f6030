import { toApiError } from '#src/api/apiError.ts'

/** Why eDesk has not done what it was asked for, as far as a person would do something else about it. */
export type FailureKind =
  | 'invalid-key'
  | 'expired'
  | 'paused'
  | 'plan'
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
  /** What eDesk itself said, for whoever has to find out more. */
  readonly details: string
  /** For how long eDesk asks to wait. */
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

/** Whatever was thrown, as the one failure that the screen knows. */
export function toEdeskFailure(thrown: unknown): EdeskFailure {
  if (thrown instanceof EdeskFailure) return thrown
  const { kind } = toApiError(thrown)
  const known = kind === 'unreachable' || kind === 'no-answer' ? kind : 'unreadable'
  return new EdeskFailure(known, { cause: thrown })
}

/**
 * The failure that an answer of eDesk's public API tells of. Its body tells some of them apart by words alone, as the
 * real API’s does.
 */
export function failureOf(method: string, answer: Response, body: unknown): EdeskFailure {
  const details = detailsOf(body)
  const seconds = Number(answer.headers.get('retry-after')) || 0
  return new EdeskFailure(kindOf(method, answer.status, details), { details, seconds })
}

function kindOf(method: string, status: number, details: string): FailureKind {
  switch (status) {
    case 400:
      return 'not-valid'
    case 401:
      return /paused/i.test(details) ? 'paused' : 'expired'
    case 403:
      if (/invalid token/i.test(details)) return 'invalid-key'
      if (/\bplan\b/i.test(details)) return 'plan'
      return method === 'GET' ? 'cannot-read' : 'cannot-write'
    case 404:
      return 'gone'
    case 429:
      return 'rate-limit'
    default:
      return status >= 500 ? 'internal' : 'unreadable'
  }
}

/** The details as one line; of a validation error, the fields that are wrong. */
function detailsOf(body: unknown): string {
  const { error } = (body ?? {}) as { error?: { message?: unknown; details?: unknown } }
  if (typeof error?.details === 'string') return error.details
  const fields = Object.keys(error?.details ?? {})
  const message = typeof error?.message === 'string' ? error.message : ''
  return fields.length > 0 ? `${message}: ${fields.join(', ')}` : message
}
