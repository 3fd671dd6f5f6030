import { limits } from '#src/api/generated/values.ts'

import type { HeaderRecord, TokenRequestRecord } from './records.ts'
import { loggedText } from './requestDetails.ts'

interface Header {
  name: string
  value: string
}

/** The headers of a request that help to find a mistake in it. `User-Agent` is the request's client. */
const requestHeaderNames = ['Accept', 'Content-Type']
/** Some clients send this `Accept` by themselves. It says nothing. */
const anyType = '*/*'
/** The headers of a response that say why a request failed, and what is left of the rate limit. */
const responseHeaderNames = [
  'Retry-After',
  'WWW-Authenticate',
  'Allow',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'RateLimit-Policy',
]

/** Returns the headers of a request for the log: never one with a key or a cookie. */
export function loggedRequestHeaders(headers: { get(name: string): string | null }): HeaderRecord {
  return pick(requestHeaderNames, (name) => {
    const value = headers.get(name)
    return value === anyType ? null : value
  })
}

/** Returns the headers of a response for the log. */
export function loggedResponseHeaders(headers: HeaderRecord): HeaderRecord {
  return pick(responseHeaderNames, (name) => headers[name] ?? null)
}

function pick(names: readonly string[], valueOf: (name: string) => string | null): HeaderRecord {
  const entries = names.flatMap((name) => {
    const value = loggedText(valueOf(name) ?? '', limits.headerCharacters)
    return value ? [[name, value] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Returns the headers of a request that the log has; null if it was logged without headers. */
export function requestHeadersOf({ sent, client }: TokenRequestRecord): Header[] | null {
  return sent ? toHeaders({ 'User-Agent': client ?? '', ...sent }) : null
}

/** Returns the headers of the response to a request; null if it was logged without headers. */
export function responseHeadersOf({ received, requestId }: TokenRequestRecord): Header[] | null {
  return received ? toHeaders({ 'X-Request-Id': requestId ?? '', ...received }) : null
}

function toHeaders(headers: HeaderRecord): Header[] {
  return Object.entries(headers).flatMap(([name, value]) => (value ? [{ name, value }] : []))
}
