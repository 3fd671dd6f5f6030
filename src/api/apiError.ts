import type { components } from './generated/schema.ts'
import { problemTypeValues } from './generated/values.ts'

type ProblemType = components['schemas']['ProblemType']
type Problem = components['schemas']['Problem']
export type FieldError = components['schemas']['FieldError']

type ProblemKind<Type extends string> = Type extends `/problems/${infer Kind}` ? Kind : never

/**
 * The kind of an error. Either the type of a problem that the service returned, without `/problems/`, or the reason why there is
 * no valid response:
 *
 * - `unreachable`: the request or its response was lost;
 * - `no-answer`: the request timed out;
 * - `unreadable`: the response did not come from this service;
 * - `cookies-refused`: the service started a session, but the browser did not store its cookie.
 */
export type ApiErrorKind =
  ProblemKind<ProblemType> | 'unreachable' | 'no-answer' | 'unreadable' | 'cookies-refused'

/** The only error that a call of the API throws. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  /** The invalid fields, if the service reported them. */
  readonly fields: readonly FieldError[]
  /** How many seconds the service asks to wait (`Retry-After`); 0 if it does not say. */
  readonly retryAfterSeconds: number

  constructor(
    kind: ApiErrorKind,
    options: {
      detail?: string
      fields?: readonly FieldError[]
      retryAfterSeconds?: number
      cause?: unknown
    } = {},
  ) {
    super(options.detail ?? kind, { cause: options.cause })
    this.name = 'ApiError'
    this.kind = kind
    this.fields = options.fields ?? []
    this.retryAfterSeconds = options.retryAfterSeconds ?? 0
  }

  /**
   * Whether the service may have carried out the request in spite of the error, because a request may succeed before its
   * response is lost.
   */
  get isOutcomeUnknown(): boolean {
    return ['unreachable', 'no-answer', 'unreadable', 'internal'].includes(this.kind)
  }

  /** Creates the error for a response with an error status; `body` is its parsed JSON. */
  static fromResponse({ status, headers }: Response, body: unknown): ApiError {
    if (!isProblem(body)) return new ApiError(status >= 500 ? 'internal' : 'unreadable')
    const kind = body.type.replace('/problems/', '') as ProblemKind<ProblemType>
    return new ApiError(kind, {
      detail: body.detail ?? body.title,
      fields: body.errors ?? [],
      retryAfterSeconds: Number(headers.get('retry-after')) || 0,
    })
  }
}

/** Converts any thrown value to an ApiError. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('unreadable', { cause: thrown })
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('type' in body)) return false
  return problemTypeValues.some((type) => type === body.type)
}
