import { describe, expect, it } from 'vitest'

import type { TokenRequestRecord } from '#src/mock/domain/records.ts'
import {
  loggedRequestHeaders,
  loggedResponseHeaders,
  requestHeadersOf,
  responseHeadersOf,
} from '#src/mock/domain/requestHeaders.ts'

const key = `edesk_${'0'.repeat(30)}495VgU`
const request: TokenRequestRecord = {
  id: 1,
  tokenId: 'tok_1',
  at: '2026-11-24T09:00:00.000Z',
  method: 'GET',
  operation: 'whoami',
  status: 200,
  milliseconds: 9,
  outcome: 'answered',
  reason: null,
  feature: null,
  needs: null,
}

describe('the headers in the log', () => {
  it('of a request are a few, without secrets, and of limited length', () => {
    const sent = new Headers({
      Accept: 'x'.repeat(300),
      'Content-Type': `application/json; note=${key}`,
      Authorization: `Bearer ${key}`,
      Cookie: 'session=secret',
      'X-Anything': 'else',
    })
    expect(loggedRequestHeaders(sent)).toEqual({
      Accept: 'x'.repeat(200),
      'Content-Type': `application/json; note=edesk_…${key.slice(-4)}`,
    })
  })

  it('of a request leave out an Accept header that accepts everything', () => {
    expect(loggedRequestHeaders(new Headers({ Accept: '*/*' }))).toEqual({})
  })

  it('of a response are those of the rate limit and of errors', () => {
    const sent = { Allow: 'GET, HEAD', 'RateLimit-Remaining': '0', 'Set-Cookie': 'session=secret' }
    expect(loggedResponseHeaders(sent)).toEqual({ Allow: 'GET, HEAD', 'RateLimit-Remaining': '0' })
  })
})

describe('the headers of a logged request', () => {
  it('include its client, and its id as the response named it', () => {
    const logged = {
      ...request,
      requestId: 'req_1',
      client: 'curl/8.5.0',
      sent: { Accept: '*/*' },
      received: { 'Retry-After': '2' },
    }
    expect(requestHeadersOf(logged)).toEqual([
      { name: 'User-Agent', value: 'curl/8.5.0' },
      { name: 'Accept', value: '*/*' },
    ])
    expect(responseHeadersOf(logged)).toEqual([
      { name: 'X-Request-Id', value: 'req_1' },
      { name: 'Retry-After', value: '2' },
    ])
  })

  it('have no value that the request did not have', () => {
    expect(requestHeadersOf({ ...request, client: null, sent: {} })).toEqual([])
    expect(requestHeadersOf({ ...request, sent: {} })).toEqual([])
    expect(responseHeadersOf({ ...request, received: {} })).toEqual([])
  })

  it('are not known of requests that version 0.3.0 logged', () => {
    expect(requestHeadersOf(request)).toBeNull()
    expect(responseHeadersOf(request)).toBeNull()
  })
})
