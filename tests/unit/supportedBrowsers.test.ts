import { describe, expect, it } from 'vitest'

import { newerFunctionsIn } from '../../tools/build/supportedBrowsers.ts'

describe('the check for functions that the oldest browsers lack', () => {
  it.each([
    ['const { protocol } = URL.parse(link)', 'URL.parse('],
    ['a.isSubsetOf(b)', '.isSubsetOf('],
    ['map.values().toArray()', '.values().toArray('],
    ['new Intl.DurationFormat("en")', 'Intl.DurationFormat'],
  ])('finds %s', (code, call) => {
    expect(newerFunctionsIn(code)).toEqual([call])
  })

  it.each([
    'Promise.withResolvers()',
    'URL.canParse(link)',
    'list.toSorted()',
    'new Intl.Segmenter("en")',
    'Object.groupBy(list, key)',
    'structuredClone(record)',
  ])('accepts %s', (code) => {
    expect(newerFunctionsIn(code)).toEqual([])
  })
})
