import { describe, expect, it } from 'vitest'

import { readerLocale } from '#src/ui/lib/readerLocale.ts'

describe('the locale for dates', () => {
  it.each([
    [['en-IE', 'en'], 'en-IE'],
    [['de-DE', 'en-US'], 'en-DE'],
    [['de'], 'en-DE'],
    [['en'], 'en-US'],
    [['ja-JP-u-ca-japanese'], 'en-JP'],
    [[], 'en'],
    [['C'], 'en'],
  ])('has the language of the page and the region of %j: %s', (languages, expected) => {
    expect(readerLocale('en', languages)).toBe(expected)
  })

  it('has 24 hours and the day first in Dublin', () => {
    const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Dublin' } as const
    const format = new Intl.DateTimeFormat(readerLocale('en', ['en-IE']), options)
    expect(format.format(new Date('2026-11-24T15:03:00Z'))).toBe('24 Nov 2026, 15:03')
  })
})
