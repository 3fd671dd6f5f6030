import { EdeskError } from '../publicApi/edeskError.ts'
import { Problem, type ProblemType } from '../server/problem.ts'

/**
 * A response with its `Set-Cookie` value in a separate property. Browsers strip the header from a `Response`, and only a later
 * step decides which cookie store gets the value.
 */
export class CookieResponse extends Response {
  readonly setCookie: string | null

  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    const headers = new Headers(init.headers)
    const setCookie = headers.get('Set-Cookie')
    headers.delete('Set-Cookie')
    super(body, { ...init, headers })
    this.setCookie = setCookie
  }
}

const problemTypes: Readonly<Record<number, ProblemType>> = {
  401: '/problems/not-logged-in',
  403: '/problems/admin-required',
  404: '/problems/not-found',
  412: '/problems/version-changed',
  500: '/problems/internal',
  507: '/problems/storage-full',
}

/** Creates the error response of a fault, in the format of the called API. */
export function faultResponse(status: number, surface: 'management' | 'public'): Response {
  const title = 'The demo injected this error'
  if (surface === 'public') {
    const { body } = new EdeskError(status, title, 'A fault of the demo is active.')
    return json(status, body, 'application/json')
  }
  const type = problemTypes[status]
  if (type) return new Problem(type).toResponse()
  return json(status, { type: 'about:blank', title, status }, 'application/problem+json')
}

/** Returns the response with a truncated body that is not valid JSON. */
export async function truncateBody(response: Response): Promise<Response> {
  const text = await response.text()
  const type = response.headers.get('Content-Type') ?? 'application/json'
  // The appended text breaks the JSON even if half of the body is empty or valid.
  return new Response(`${text.slice(0, text.length / 2)}{"`, {
    status: text === '' ? 200 : response.status,
    headers: { 'Content-Type': type },
  })
}

function json(status: number, body: unknown, type: string): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
  })
}
