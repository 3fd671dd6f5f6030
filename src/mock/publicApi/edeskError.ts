import type { components } from '#src/api/generated/schema.ts'

import type { NeededAccess } from '../domain/publicAccess.ts'
import type { RequestRecord } from '../domain/records.ts'

type Schemas = components['schemas']
export type ErrorCode = Schemas['EdeskErrorCode']
/** The wrong fields of a request, and what is wrong with each. */
export type FieldCodes = Readonly<Record<string, ErrorCode>>

/** Why a token was refused, for the request log. */
export interface Refusal {
  reason: NonNullable<RequestRecord['reason']>
  missing?: NeededAccess
}

/** Thrown by whatever refuses a request of the public API. Its answer has the form of eDesk's own (eDesk API facts, "Errors"). */
export class EdeskError extends Error {
  readonly status: number
  readonly details: string | FieldCodes
  readonly headers: Readonly<Record<string, string>>
  /** Set where the token itself was refused. */
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

/** Some fields are wrong: all of them at once. */
export function validationError(fields: FieldCodes): EdeskError {
  return new EdeskError(400, 'Validation failed', fields)
}

/** The body is none that could be checked. */
export function unreadableBody(details: string): EdeskError {
  return new EdeskError(400, 'The request cannot be read', details)
}

/** An id that nobody has, or that is another business's: the same, byte for byte. */
export function notFound(): EdeskError {
  return new EdeskError(404, 'Not found', 'There is nothing with this id.')
}
