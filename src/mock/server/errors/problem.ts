import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']
export type ProblemType = Schemas['ProblemType']
export type FieldError = Schemas['FieldError']

interface Definition {
  status: number
  title: string
}

/** Status and title of each problem type of the management API (RFC 9457). */
const definitions: { [Type in ProblemType]: Definition } = {
  '/problems/malformed-request': { status: 400, title: 'The request cannot be read' },
  '/problems/invalid-fields': { status: 422, title: 'Some fields are not valid' },
  '/problems/not-logged-in': { status: 401, title: 'You are not logged in' },
  '/problems/wrong-credentials': { status: 401, title: 'E-mail and password do not match' },
  '/problems/admin-required': { status: 403, title: 'An Admin login is needed' },
  '/problems/plan-required': { status: 403, title: 'The Professional plan is needed' },
  '/problems/foreign-origin': { status: 403, title: 'The request came from another origin' },
  '/problems/not-found': { status: 404, title: 'Not found' },
  '/problems/method-not-allowed': { status: 405, title: 'Method not allowed' },
  '/problems/body-too-large': { status: 413, title: 'The body is too large' },
  '/problems/body-unsupported': { status: 415, title: 'The body cannot be decoded' },
  '/problems/too-many-attempts': { status: 429, title: 'Too many wrong passwords' },
  '/problems/idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used before' },
  '/problems/request-answered': { status: 409, title: 'The request has already been answered' },
  '/problems/last-admin': { status: 409, title: 'The user is the last Admin' },
  '/problems/being-replaced': { status: 409, title: 'The token is already being replaced' },
  '/problems/not-being-replaced': { status: 409, title: 'The token is not being replaced' },
  '/problems/too-many-tokens': {
    status: 409,
    title: 'The business has as many tokens as its rules allow',
  },
  '/problems/version-missing': { status: 428, title: 'If-Match is missing' },
  '/problems/version-changed': { status: 412, title: 'The version has changed' },
  '/problems/storage-full': { status: 507, title: 'The storage is full' },
  '/problems/storage-unavailable': { status: 503, title: 'The data cannot be reached' },
  '/problems/storage-newer': { status: 503, title: 'A newer version has written the data' },
  '/problems/internal': { status: 500, title: 'Something went wrong' },
}

/** Thrown to reject a request. The server turns it into the response. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly errors: readonly FieldError[] | undefined
  readonly headers: Record<string, string>

  constructor(
    type: ProblemType,
    options: {
      detail?: string
      errors?: readonly FieldError[]
      headers?: Record<string, string>
    } = {},
  ) {
    super(options.detail ?? definitions[type].title)
    this.name = 'Problem'
    this.type = type
    this.errors = options.errors
    this.headers = options.headers ?? {}
  }

  /** Returns the response, as `application/problem+json`. */
  toResponse(): Response {
    const { status, title } = definitions[this.type]
    const body = {
      type: this.type,
      title,
      status,
      ...(this.message === title ? {} : { detail: this.message }),
      ...(this.errors ? { errors: this.errors } : {}),
    }
    return new Response(JSON.stringify(body), {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...this.headers,
      },
    })
  }
}

/** Thrown for a request that violates the contract. The application's pages never send one. */
export class ContractProblem extends Problem {}

/** Describes an invalid field of a body. */
export function invalidField(field: string, code: FieldError['code'], detail: string): FieldError {
  return { pointer: `#/${field}`, code, detail }
}
