import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { businessDay, dayBefore, daysBetween, isCalendarDay } from '#src/shared/businessDay.ts'

import { connect } from '../support/publicApi/application.ts'

describe('a day of a business', () => {
  it.each([
    ['2027-07-15T23:30:00Z', 'Europe/Dublin', '2027-07-16'],
    ['2027-07-15T23:30:00Z', 'UTC', '2027-07-15'],
    ['2027-01-01T09:59:59Z', 'Pacific/Honolulu', '2026-12-31'],
    ['2026-12-31T10:00:00Z', 'Pacific/Kiritimati', '2027-01-01'],
    ['2026-11-24T18:15:00Z', 'Asia/Kathmandu', '2026-11-25'],
  ])('at %s in %s is %s', (time, timeZone, day) => {
    expect(businessDay(new Date(time), timeZone)).toBe(day)
  })

  it('is counted across months, years and clock changes', () => {
    expect(dayBefore('2028-03-01', 1)).toBe('2028-02-29')
    expect(dayBefore('2027-01-01', 1)).toBe('2026-12-31')
    expect(dayBefore('2026-10-26', 1)).toBe('2026-10-25')
    expect(daysBetween('2026-12-31', '2027-03-01')).toBe(60)
    expect(daysBetween('2027-03-01', '2027-02-28')).toBe(-1)
  })
})

describe('the usage of a token', () => {
  it('is counted by the days of the business, which change at its midnight', async () => {
    const now = new Date('2027-07-15T22:59:00Z')
    const { backend, admin, application, token } = await connect(undefined, { now })
    await application('GET', '/v1/whoami')
    backend.clock.set(new Date('2027-07-15T23:01:00Z'))
    await application('GET', '/v1/whoami')
    await application('GET', '/v1/whoami')
    const usage = (await admin('GET', `/api/tokens/${token.id}/usage`))
      .body as components['schemas']['TokenUsage']
    expect(usage.days).toHaveLength(14)
    expect(usage.days.slice(-2)).toMatchObject([
      { date: '2027-07-15', answered: 1 },
      { date: '2027-07-16', answered: 2 },
    ])
  })
})

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
