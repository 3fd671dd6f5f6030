import { describe, expect, it } from 'vitest'

import { dayRangeErrors } from '#src/features/api-tokens/activity/dayRange.ts'

const today = '2026-11-24'

describe('the range of days of a filter', () => {
  it.each([
    ['', ''],
    ['2026-09-24', ''],
    ['', '2026-09-24'],
    ['2026-09-24', '2026-09-24'],
    [today, '2030-01-01'],
    ['2000-01-01', '2000-01-02'],
  ])('can be from "%s" to "%s"', (from, to) => {
    expect(dayRangeErrors({ from, to }, 'from', today)).toEqual({})
    expect(dayRangeErrors({ from, to }, 'to', today)).toEqual({})
  })

  it.each([
    ['0202-09-24', '', { from: 'early' }],
    ['', '1999-12-31', { to: 'early' }],
    ['2026-02-30', '', { from: 'early' }],
    ['12026-01-01', '', { from: 'early' }],
    ['2026-11-25', '', { from: 'future' }],
    ['2026-11-25', '2026-11-24', { from: 'future' }],
  ] as const)('cannot be from "%s" to "%s"', (from, to, errors) => {
    expect(dayRangeErrors({ from, to }, 'from', today)).toEqual(errors)
    expect(dayRangeErrors({ from, to }, 'to', today)).toEqual(errors)
  })

  it('cannot end before it begins, which is an error of the day that was changed', () => {
    const range = { from: '2026-09-24', to: '2026-09-23' }
    expect(dayRangeErrors(range, 'from', today)).toEqual({ from: 'after' })
    expect(dayRangeErrors(range, 'to', today)).toEqual({ to: 'before' })
  })
})
