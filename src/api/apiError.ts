import type { components } from './generated/schema.ts'
import { problemTypeValues } from './generated/values.ts'

type ProblemType = components['schemas']['ProblemType']
type Problem = components['schemas']['Problem']
export type FieldError = components['schemas']['FieldError']

type ProblemKind<Type extends string> = Type extends `/problems/${infer Kind}` ? Kind : never

/**
 * What went wrong, for screens to decide on. Either the kind of the problem that the service told
 * (its `type` without the folder), or what kept its answer from arriving:
 *
 * - `unreachable`: the request or its answer was lost;
 * - `no-answer`: nothing came in time;
 * - `unreadable`: something answered, but not with an answer of this service;
 * - `cookies-refused`: the service has begun a session, and the browser has not kept its cookie.
 */
export type ApiErrorKind =
  ProblemKind<ProblemType> | 'unreachable' | 'no-answer' | 'unreadable' | 'cookies-refused'

/** The one error that a call of the API ends in. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  /** The wrong fields, where the service named them. */
  readonly fields: readonly FieldError[]

  constructor(
    kind: ApiErrorKind,
    options: { detail?: string; fields?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(options.detail ?? kind, { cause: options.cause })
    this.name = 'ApiError'
    this.kind = kind
    this.fields = options.fields ?? []
  }

  /**
   * Whether the service may have done what it was asked for all the same. A request that was sent and never
   * properly answered could have been carried out before its answer was lost.
   */
  get outcomeIsUnknown(): boolean {
    return ['unreachable', 'no-answer', 'unreadable', 'internal'].includes(this.kind)
  }

  /** The error that an answer with an error status tells of; `body` is its parsed JSON. */
  static fromAnswer(status: number, body: unknown): ApiError {
    if (!isProblem(body)) return new ApiError(status >= 500 ? 'internal' : 'unreadable')
    const kind = body.type.replace('/problems/', '') as ProblemKind<ProblemType>
    return new ApiError(kind, { detail: body.detail ?? body.title, fields: body.errors ?? [] })
  }
}

/** Whatever was thrown, as the one error that screens know. */
export function toApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('unreadable', { cause: thrown })
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('type' in body)) return false
  return problemTypeValues.some((type) => type === body.type)
}
