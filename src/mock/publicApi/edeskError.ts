import { limits } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import type { NeededAccess } from '#src/shared/access.ts'

import type { TokenRequestRecord } from '../domain/records.ts'

type Schemas = components['schemas']
export type ErrorCode = Schemas['EdeskErrorCode']
/** The error code of each invalid field of a request, by path. */
export type FieldCodes = Readonly<Record<string, ErrorCode>>

/** Why the API refused a token; shown in the token's request log. */
export interface Refusal {
  reason: NonNullable<TokenRequestRecord['reason']>
  missing?: NeededAccess
}

/** A word for the reason of each status, for the request log. Where the management API has the reason too, its word. */
const reasons: Readonly<Record<number, string>> = {
  400: 'malformed-request',
  401: 'no_key',
  403: 'unknown',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'body-unsupported',
  500: 'internal',
  503: 'storage-unavailable',
  507: 'storage-full',
}
const validationFailed = 'Validation failed'

/** An error response of the public API. Its body has the format of eDesk's own errors. */
export class EdeskError extends Error {
  readonly status: number
  readonly details: string | FieldCodes
  readonly headers: Readonly<Record<string, string>>
  /** Set if the API refused the token itself. */
  readonly refusal: Refusal | undefined

  constructor(
    status: number,
    message: string,
    details: string | FieldCodes,
    options: { headers?: Record<string, string>; refusal?: Refusal } = {},
  ) {
    super(message)
    this.name = 'EdeskError'
    this.status = status
    this.details = details
    this.headers = options.headers ?? {}
    this.refusal = options.refusal
  }

  /** A word for why the request was rejected. `unknown`: the service does not know the key. */
  get reason(): string {
    if (this.refusal) return this.refusal.reason
    return this.message === validationFailed
      ? 'invalid-fields'
      : (reasons[this.status] ?? 'internal')
  }

  get body(): Schemas['EdeskError'] | Schemas['ValidationError'] {
    const { status, message, details } = this
    if (typeof details === 'string') return { error: { httpCode: status, message, details } }
    const byField = Object.entries(details).map(([field, errorCode]) => [field, { errorCode }])
    return {
      error: {
        httpCode: 400,
        message,
        details: Object.fromEntries(byField) as Record<string, { errorCode: ErrorCode }>,
      },
    }
  }
}

/** 400 that lists the invalid fields, at most `reportedErrors` of them, or describes what is invalid. */
export function validationError(invalid: FieldCodes | string): EdeskError {
  const details =
    typeof invalid === 'string'
      ? invalid
      : Object.fromEntries(Object.entries(invalid).slice(0, limits.reportedErrors))
  return new EdeskError(400, validationFailed, details)
}

/** 400 for a body that cannot be parsed. */
export function malformedBodyError(details: string): EdeskError {
  return new EdeskError(400, 'The request cannot be read', details)
}

/** 404 for an id that does not exist or belongs to another business. Both responses are identical, byte for byte. */
export function notFoundError(): EdeskError {
  return new EdeskError(404, 'Not found', 'There is nothing with this id.')
}
