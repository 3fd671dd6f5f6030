import { EdeskError } from '../publicApi/edeskError.ts'
import { Problem, type ProblemType } from '../problem.ts'

/**
 * An answer that has its `Set-Cookie` header beside it: browsers take it off a plain Response, and whose cookie it is is not yet
 * decided where it is made.
 */
export class Answer extends Response {
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

/** The refusal that a fault asks for, in the form of the API that was called. */
export function refusalOf(status: number, surface: 'management' | 'public'): Response {
  const title = 'The demo lets this fail'
  if (surface === 'public') {
    const { body } = new EdeskError(status, title, 'A fault of the demo is at work.')
    return json(status, body, 'application/json')
  }
  const type = problemTypes[status]
  if (type) return new Problem(type).toResponse()
  return json(status, { type: 'about:blank', title, status }, 'application/problem+json')
}

/** The same answer with half of its body, which nobody can read. */
export async function damaged(answer: Response): Promise<Response> {
  const text = await answer.text()
  const type = answer.headers.get('Content-Type') ?? 'application/json'
  // Half of nothing, or of `{}`, would be as good as the whole.
  return new Response(`${text.slice(0, text.length / 2)}{"`, {
    status: text === '' ? 200 : answer.status,
    headers: { 'Content-Type': type },
  })
}

function json(status: number, body: unknown, type: string): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
  })
}
