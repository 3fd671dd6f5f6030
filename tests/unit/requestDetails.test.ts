import { describe, expect, it } from 'vitest'

import { loggedClient, loggedPath, requestIdOf } from '#src/mock/domain/requestDetails.ts'

const key = `edesk_${'0'.repeat(30)}495VgU`

it('the id of a request is its own, and always the same', () => {
  const ids = [requestIdOf('tok_1', 1), requestIdOf('tok_1', 2), requestIdOf('tok_2', 1)]
  expect(new Set(ids).size).toBe(3)
  expect(requestIdOf('tok_1', 1)).toBe(ids[0])
  for (const id of ids) expect(id).toMatch(/^req_[0-9a-f]{16}$/)
})

describe('the client of a request', () => {
  it.each([
    ['ShipFast/4.2 (+https://shipfast.example)', 'ShipFast/4.2 (+https://shipfast.example)'],
    [' curl/8.5.0 ', 'curl/8.5.0'],
    ['a\u0007b\u009fc\u00add', 'abcd'],
    ['x'.repeat(201), 'x'.repeat(200)],
    ['', null],
    ['\u0001', null],
    [null, null],
  ])('%j is logged as %j', (given, logged) => {
    expect(loggedClient(given)).toBe(logged)
  })

  it('contains no key, nor a part of one at its end', () => {
    for (const text of [key, `bot (${key})`, `${'x'.repeat(180)} ${key}`]) {
      expect(loggedClient(text), text).not.toContain(key.slice(6, 16))
    }
  })
})

it('the path of a request is logged without keys, and at most 200 characters of it', () => {
  expect(loggedPath('/v1/sales-orders/1003')).toBe('/v1/sales-orders/1003')
  expect(loggedPath(`/v1/${'a'.repeat(300)}`)).toHaveLength(200)
  expect(loggedPath(`/v1/tags/${key}`)).toBe('/v1/tags/edesk_…VgU'.replace('VgU', key.slice(-4)))
  expect(loggedPath(`/v1/tags/%65${key.slice(1)}`)).not.toContain(key.slice(6, 16))
})
