import { describe, expect, it } from 'vitest'

import { isCalendarDay } from '#src/shared/calendarDay.ts'

describe('a calendar day', () => {
  it.each(['2026-11-24', '2028-02-29'])('can be %s', (text) => {
    expect(isCalendarDay(text)).toBe(true)
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-24',
    '2026-11-4',
    '12026-11-24',
    '2026-11-24 00:00:00',
    ' 2026-11-24',
    '2026-11-24 ',
    'today',
    '',
  ])('cannot be %j', (text) => {
    expect(isCalendarDay(text)).toBe(false)
  })
})
