import { EdeskError } from '../../publicApi/edeskError.ts'

/** An error that is none of an operation, for example of a transport. */
export interface PlainError {
  /** Whether the request was for the public API. */
  isPublic: boolean
  status: number
  title: string
  detail: string
  /** More members of the problem details. */
  extensions?: object
}

/** Returns the text of an error and its headers: eDesk's format for the public API, otherwise problem details (RFC 9457). */
export function formatError({ isPublic, status, title, detail, extensions }: PlainError) {
  const body = isPublic
    ? new EdeskError(status, title, detail).body
    : { type: 'about:blank', title, status, detail, ...extensions }
  return {
    headers: {
      'Content-Type': isPublic ? 'application/json' : 'application/problem+json',
      'Cache-Control': 'no-store',
    },
    text: JSON.stringify(body),
  }
}

/** Creates the response of an error; see `formatError`. */
export function errorResponse(error: PlainError): Response {
  const { headers, text } = formatError(error)
  return new Response(text, { status: error.status, headers })
}

/** Explains why a request from a page of another origin is refused. */
export function foreignOriginDetail(from: string, own: string): string {
  return (
    `The request comes from a page of ${from}, but the service is at ${own}. ` +
    'If a proxy is between them, start the host with: --trust-proxy ADDRESS'
  )
}
