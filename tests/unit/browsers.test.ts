import { describe, expect, it } from 'vitest'

import { newerFunctionsIn } from '../../tools/browsers.ts'

describe('a build calls no function that the oldest browsers do not have', () => {
  it.each([
    ['const { protocol } = URL.parse(link)', 'URL.parse('],
    ['a.isSubsetOf(b)', '.isSubsetOf('],
    ['map.values().toArray()', '.values().toArray('],
    ['new Intl.DurationFormat("en")', 'Intl.DurationFormat'],
  ])('%s is found', (code, call) => {
    expect(newerFunctionsIn(code)).toEqual([call])
  })

  it.each([
    'Promise.withResolvers()',
    'URL.canParse(link)',
    'list.toSorted()',
    'new Intl.Segmenter("en")',
    'Object.groupBy(list, key)',
    'structuredClone(record)',
  ])('%s is not', (code) => {
    expect(newerFunctionsIn(code)).toEqual([])
  })
})
