import { describe, expect, it, vi } from 'vitest'

import { formatInTimeZone } from '#src/ui/lib/formatInTimeZone.ts'
import { readerLocale } from '#src/ui/lib/readerLocale.ts'
import { relativeTime } from '#src/ui/lib/relativeTime.ts'

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

  it('has the same digits in each region', () => {
    expect(readerLocale('ar', ['ar-EG'])).toBe('ar-EG-u-nu-latn')
    const style = { locale: 'ar', timeZone: 'UTC' }
    const now = new Date('2026-11-24T15:06:00Z')
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['ar-EG'])
    expect(relativeTime(new Date('2026-11-21T15:06:00Z'), now, style)).toBe('قبل 3 أيام')
    expect(formatInTimeZone(now, 'dayAndMinute', style)).toMatch(/24.*2026/)
  })

  it('has 24 hours and the day first in Dublin', () => {
    const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Dublin' } as const
    const format = new Intl.DateTimeFormat(readerLocale('en', ['en-IE']), options)
    expect(format.format(new Date('2026-11-24T15:03:00Z'))).toBe('24 Nov 2026, 15:03')
  })

  it('follows the reader who changes the language of the browser', () => {
    const languages = vi.spyOn(navigator, 'languages', 'get')
    const style = { locale: 'en', timeZone: 'Europe/Dublin', short: true }
    const time = new Date('2026-11-24T15:03:00Z')
    const texts = () => [
      formatInTimeZone(time, 'dayAndMinute', style),
      relativeTime(time, new Date('2026-11-24T15:06:00Z'), style),
    ]
    languages.mockReturnValue(['en-IE', 'en-US'])
    expect(texts()).toEqual(['24 Nov 2026, 15:03', '3 min ago'])
    languages.mockReturnValue(['en-US', 'en-IE'])
    expect(texts()).toEqual(['Nov 24, 2026, 3:03 PM', '3 min. ago'])
  })
})
