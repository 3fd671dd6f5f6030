import { expect, it } from 'vitest'

import { splitQuery, withQuery } from '#src/kit/withQuery.ts'

it('adds parameters before the fragment, after those that are there', () => {
  expect(withQuery('/tickets', '')).toBe('/tickets')
  expect(withQuery('/tickets#top', {})).toBe('/tickets#top')
  expect(withQuery('/tickets', 'demo=tokens')).toBe('/tickets?demo=tokens')
  expect(withQuery('/tickets?page=2#top?', { sort: 'a b' })).toBe('/tickets?page=2&sort=a+b#top?')
})

it('separates parameters, and keeps the fragment and a question mark in a value', () => {
  const isDemo = (name: string) => name.startsWith('demo')
  expect(splitQuery('/tickets', isDemo)).toEqual({ rest: '/tickets', query: '' })
  expect(splitQuery('/tickets?demo=tokens#top', isDemo)).toEqual({
    rest: '/tickets#top',
    query: 'demo=tokens',
  })
  expect(splitQuery('/list?q=why?&demo=many&sort=name&demo.as=agent#a?demo=b', isDemo)).toEqual({
    rest: '/list?q=why?&sort=name#a?demo=b',
    query: 'demo=many&demo.as=agent',
  })
})
