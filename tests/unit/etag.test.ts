import { describe, expect, it } from 'vitest'

import { matchesEtag, versionHeaders } from '#src/mock/operations/etag.ts'

it('the ETag of a token is its version in quotation marks, alone or in a list', () => {
  const token = { version: 12 }
  expect(versionHeaders(token).ETag).toBe('"12"')
  for (const header of ['"12"', '"1","12"', '"1" ,  "12" ', '"1", *']) {
    expect(matchesEtag(header, token)).toBe(true)
  }
  for (const header of ['"1"', '"1 2"', '"12', '12']) expect(matchesEtag(header, token)).toBe(false)
})

describe('If-Match for version 1', () => {
  it.each([
    ['"1"', true],
    ['"7", "1"', true],
    ['*', true],
    ['"2"', false],
    ['W/"1"', true],
    ['"1-gzip"', true],
    ['W/"1-gzip"', true],
    ['"1--gzip"', true],
    ['"1;br"', true],
    ['"7", W/"1"', true],
    ['W/"2"', false],
    ['"11-gzip"', false],
    ['"1-2"', false],
    ['"1-other"', false],
    ['W/1', false],
    ['1-gzip', false],
    ['1', false],
    ['', false],
  ])('%s: %s', (header, matching) => {
    expect(matchesEtag(header, { version: 1 })).toBe(matching)
  })
})
