import { describe, expect, it } from 'vitest'

import { preferredLanguage } from '#src/mock/server/http/acceptLanguage.ts'

describe('the language that a client prefers', () => {
  it.each<[string, string]>([
    ['pl', 'pl'],
    ['de-AT', 'de'],
    ['JA-jp', 'ja'],
    ['de-AT, en;q=0.5', 'de'],
    ['en;q=0.5, es;q=0.8, fr;q=0.7', 'es'],
    ['it;q=0.5,fr;q=0.5', 'it'],
    ['nl, sv;q=0.9, ar;q=0.1', 'ar'],
    [' , pl ; q=1.000 ,', 'pl'],
    ['zh-Hant-TW, pl;q=0.3', 'pl'],
    ['*, pl;q=0.9', 'en'],
    ['pl, *;q=0.1', 'pl'],
    ['pl;q=0, it;q=0.001', 'it'],
  ])('is of %j: %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })

  it.each<[string, string | null]>([
    ['is missing', null],
    ['is empty', ''],
    ['has no language of the application', 'nl, sv'],
    ['refuses all', 'pl;q=0'],
    ['has a weight above 1', 'pl;q=2'],
    ['has a weight of four digits', 'pl;q=0.1234'],
    ['has another parameter', 'pl;v=1'],
    ['has a tag with other characters', 'pl_PL'],
    ['has a part that is malformed', 'pl, de;;'],
    ['has a subtag that is too long', 'pl-abcdefghi'],
    ['is too long', `pl${', nl'.repeat(200)}`],
  ])('is English if the header %s', (_what, header) => {
    expect(preferredLanguage(header)).toBe('en')
  })

  it('is read from a header of 500 characters', () => {
    expect(preferredLanguage(`pl${','.repeat(498)}`)).toBe('pl')
    expect(preferredLanguage(`pl${','.repeat(499)}`)).toBe('en')
  })

  it('is the name of a property only if it is a language', () => {
    expect(preferredLanguage('toString, pl;q=0.1')).toBe('pl')
  })
})
