import { expect, it } from 'vitest'

import { parsePageNumber } from '#src/ui/lib/pageNumber.ts'

it.each([
  ['1', 1],
  ['99', 99],
  ['9007199254740991', 1_000_000_000],
  ['9007199254740992', 1_000_000_000],
  ['1e99', 1_000_000_000],
  ['1e400', 1_000_000_000],
])('reads the page number %s', (parameter, page) => {
  expect(parsePageNumber(parameter)).toBe(page)
})

it.each([undefined, null, '', '0', '-1', '1.5', 'two', '1e-9', '-1e99', '-Infinity', 'NaN'])(
  'takes anything else as the first page: %s',
  (parameter) => {
    expect(parsePageNumber(parameter)).toBe(1)
  },
)

it('takes a repeated parameter as the first page', () => {
  expect(parsePageNumber(['2', '3'])).toBe(1)
})
