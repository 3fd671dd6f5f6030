import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { routes } from '../../support/contract/routes.ts'
import { maxBytes, valueOf } from './contractRequests.ts'
import { type Chosen, startForAll } from './sendToAll.ts'

const withBody = routes.filter(({ body }) => body)

describe.each(withBody)('the body of $operationId', (route) => {
  const body = JSON.stringify(valueOf(route.body ?? {}))
  const limit = maxBytes(route)
  const gzip = { 'Content-Encoding': 'gzip' }

  it.each<[string, number, Chosen]>([
    ['is too large', 413, { body: ' '.repeat(limit + 1) }],
    ['is too large in bytes, not in characters', 413, { body: `"${'é'.repeat(limit / 2)}"` }],
    ['is too large after decoding', 413, { body: gzipSync(' '.repeat(limit + 1)), headers: gzip }],
    ['has an unknown content coding', 415, { body, headers: { 'Content-Encoding': 'br' } }],
    [
      'has another charset',
      415,
      { body, headers: { 'Content-Type': 'application/json; charset=utf-16' } },
    ],
    [
      'has two charsets',
      415,
      { body, headers: { 'Content-Type': 'application/json; charset=utf-8; charset=utf-16' } },
    ],
    ['is not gzipped', 400, { body, headers: gzip }],
    ['begins with a byte order mark and is not JSON', 400, { body: '\ufeff{' }],
    ['is empty', 400, { body: '' }],
  ])('is refused if it %s', async (_what, status, chosen) => {
    const { send } = await startForAll()
    const answer = await send(route, chosen)
    expect(answer.status).toBe(status)
    if (_what.includes('content coding')) {
      expect(answer.headers.get('accept-encoding')).toBe('gzip, deflate')
    }
  })

  it.each([
    ['in the body', body.replace('{', '{"a":1,"a":2,'), 'a'],
    ['written differently', body.replace('{', '{"ä\\"":1,"\\u00e4\\u0022" :2,'), 'ä\\"'],
    ['in a value', body.replace('{', '{"a":[{"b":{"a":1}},{"b":{},"a":{},"b":[]}],'), 'b'],
    [
      'with the name of a prototype',
      body.replace('{', '{"__proto__":1,"__proto__":1,'),
      '__proto__',
    ],
  ])('is refused with a property twice, %s', async (_what, sent, name) => {
    const { status, text } = await (await startForAll()).send(route, { body: sent })
    expect(status).toBe(400)
    expect(text).toContain(`The property ${name} is sent more than once.`)
  })

  it('may be gzipped', async () => {
    const plain = await (await startForAll()).send(route, { body })
    const packed = await (await startForAll()).send(route, { body: gzipSync(body), headers: gzip })
    expect(packed.status).toBe(plain.status)
    expect([400, 413, 415]).not.toContain(route.api === 'management' ? packed.status : 0)
  })
})
