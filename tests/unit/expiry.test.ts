import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  allowedLastDays,
  parseLastDay,
  toExpiresAt,
  type ExpiryPeriod,
  earlierLastDays,
} from '#src/features/api-tokens/form/expiry.ts'
import { expiryUrgency } from '#src/features/api-tokens/token/urgency.ts'
import { daysLeft, expiresAtEndOfDay } from '#src/shared/tokenExpiry.ts'
import { parseExpiry } from '#src/mock/domain/tokenLifecycle.ts'
import { msPerDay, msPerHour } from '#src/shared/time.ts'

const day = msPerDay

function here(now: string, timeZone: string) {
  return { now: new Date(now), timeZone }
}

function inDays(period: ExpiryPeriod, now: string, timeZone: string): string | null {
  const read = toExpiresAt({ period, date: '' }, here(now, timeZone))
  if (!read.ok) throw new Error(read.error)
  return read.value
}

function onDay(date: string, now: string, timeZone: string) {
  const read = toExpiresAt({ period: 'date', date }, here(now, timeZone))
  return read.ok ? read.value : read.error
}

/** The date and time on a wall clock in a time zone, formatted only with `Intl`. */
function wallClock(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  }).format(time)
}

function dateIn(time: number, timeZone: string): string {
  return wallClock(time, timeZone).slice(0, 10)
}

describe('a lifetime in days', () => {
  it("ends with the last day in the business's time zone", () => {
    expect(inDays('90', '2026-11-24T09:00:00Z', 'Europe/Dublin')).toBe('2027-02-23T00:00:00.000Z')
    expect(inDays('7', '2026-11-24T09:00:00Z', 'Asia/Kathmandu')).toBe('2026-12-01T18:15:00.000Z')
    expect(inDays('7', '2026-11-24T09:00:00Z', 'America/St_Johns')).toBe('2026-12-02T03:30:00.000Z')
  })

  it('counts from the current date of the business, which may differ from the local date', () => {
    const now = '2026-11-24T11:00:00Z'
    expect(inDays('7', now, 'Pacific/Kiritimati')).toBe('2026-12-02T10:00:00.000Z')
    expect(inDays('7', now, 'Pacific/Pago_Pago')).toBe('2026-12-02T11:00:00.000Z')
    expect(inDays('7', '2026-11-24T10:59:00Z', 'Pacific/Pago_Pago')).toBe(
      '2026-12-01T11:00:00.000Z',
    )
  })

  it('can include 29 February', () => {
    expect(inDays('7', '2028-02-25T12:00:00Z', 'Europe/Dublin')).toBe('2028-03-04T00:00:00.000Z')
    expect(inDays('365', '2027-03-01T12:00:00Z', 'Europe/Dublin')).toBe('2028-03-01T00:00:00.000Z')
  })

  it('can be unlimited', () => {
    expect(inDays('never', '2026-11-24T09:00:00Z', 'Europe/Dublin')).toBeNull()
  })
})

describe('a chosen date', () => {
  const now = '2026-03-20T12:00:00Z'

  it('lasts 23 hours when clocks go forward, and 25 when they go back', () => {
    const ends = (date: string) => Date.parse(onDay(date, now, 'Europe/Dublin') ?? '')
    expect(ends('2026-03-29') - ends('2026-03-28')).toBe(23 * msPerHour)
    expect(ends('2026-10-25') - ends('2026-10-24')).toBe(25 * msPerHour)
  })

  it('ends at 1:00 if the clocks skip midnight', () => {
    expect(onDay('2026-04-23', now, 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z')
    expect(wallClock(Date.parse('2026-04-23T22:00:00Z'), 'Africa/Cairo')).toBe(
      '2026-04-24 01:00:00',
    )
  })

  it('ends at the first of two midnights', () => {
    expect(onDay('2026-10-31', now, 'America/Havana')).toBe('2026-11-01T04:00:00.000Z')
  })

  it('can be today, but not in the past', () => {
    expect(onDay('2026-03-20', now, 'Europe/Dublin')).toBe('2026-03-21T00:00:00.000Z')
    expect(onDay('2026-03-19', now, 'Europe/Dublin')).toBe('in-the-past')
    expect(onDay('2026-03-20', now, 'Pacific/Kiritimati')).toBe('in-the-past')
    expect(onDay('0001-01-01', now, 'Europe/Dublin')).toBe('in-the-past')
  })

  it('is at most ten years ahead', () => {
    expect(onDay('2036-03-19', now, 'Europe/Dublin')).toBe('2036-03-20T00:00:00.000Z')
    expect(onDay('2036-03-20', now, 'Europe/Dublin')).toBe('too-far')
    expect(onDay('12026-03-20', now, 'Europe/Dublin')).toBe('too-far')
    expect(onDay('275760-09-13', now, 'Europe/Dublin')).toBe('too-far')
  })

  it.each(['2027-02-29', '2027-02-30', '2027-13-01', '2027-00-10', 'tomorrow', '2027-2-3'])(
    'is invalid as %s',
    (date) => {
      expect(onDay(date, now, 'Europe/Dublin')).toBe('no-such-date')
    },
  )

  it('is missing if the field is empty', () => {
    expect(onDay('', now, 'Europe/Dublin')).toBe('no-date')
  })

  it('can be 29 February in a leap year', () => {
    expect(onDay('2028-02-29', now, 'Europe/Dublin')).toBe('2028-03-01T00:00:00.000Z')
  })
})

describe('a shorter lifetime', () => {
  const now = here('2026-11-24T09:00:00Z', 'Europe/Dublin')

  it('ends today or later, and before the current last day', () => {
    const expected = { first: '2026-11-24', last: '2027-02-21' }
    expect(earlierLastDays('2027-02-23T00:00:00.000Z', now)).toEqual(expected)
    expect(earlierLastDays('2027-02-22T14:00:00.000Z', now)).toEqual(expected)
  })

  it('can be any if the current lifetime is unlimited', () => {
    expect(earlierLastDays(null, now)).toEqual(allowedLastDays(now))
  })

  it('is impossible if the token expires today', () => {
    expect(earlierLastDays('2026-11-25T00:00:00.000Z', now)).toBeUndefined()
    expect(earlierLastDays('2026-11-24T10:00:00.000Z', now)).toBeUndefined()
  })
})

describe('the remaining days', () => {
  it('count to the last day, not to the midnight after it', () => {
    const now = here('2026-11-24T23:59:00Z', 'Europe/Dublin')
    expect(daysLeft('2026-11-26T00:00:00.000Z', now)).toBe(1)
    expect(daysLeft('2026-11-25T00:00:00.000Z', now)).toBe(0)
    expect(daysLeft('2026-11-24T00:00:00.000Z', now)).toBe(-1)
  })

  it.each([
    ['2026-12-10T00:00:00.000Z', 'none'],
    ['2026-12-09T00:00:00.000Z', 'fortnight'],
    ['2026-12-02T00:00:00.000Z', 'week'],
    ['2026-11-26T00:00:00.000Z', 'day'],
    ['2026-11-25T00:00:00.000Z', 'day'],
    ['2026-11-24T09:00:00.001Z', 'day'],
    ['2026-11-24T09:00:00.000Z', 'over'],
    [null, 'none'],
  ])('until %s give the urgency %s', (expiresAt, urgency) => {
    expect(expiryUrgency(expiresAt, here('2026-11-24T09:00:00Z', 'Europe/Dublin'))).toBe(urgency)
  })
})

describe('at any time and in any time zone', () => {
  const zones = [
    'Europe/Dublin',
    'Europe/London',
    'America/New_York',
    'America/St_Johns',
    'America/Havana',
    'America/Santiago',
    'America/Asuncion',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Pacific/Chatham',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Asia/Beirut',
    'Africa/Cairo',
    'Africa/Casablanca',
    'UTC',
  ]
  const anywhere = fc.record({
    now: fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    }),
    timeZone: fc.constantFrom(...zones),
  })

  it('a lifetime ends at the start of the day after its last day', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom('7', '30', '60', '90', '365'), (at, period) => {
        const end = Date.parse(inDays(period, at.now.toISOString(), at.timeZone) ?? '')
        const today = Date.parse(dateIn(at.now.getTime(), at.timeZone))
        const lastDay = new Date(today + Number(period) * day).toISOString().slice(0, 10)
        expect(dateIn(end - 1, at.timeZone)).toBe(lastDay)
        expect(dateIn(end, at.timeZone) > lastDay).toBe(true)
        const expiresAt = new Date(end).toISOString()
        expect(expiresAtEndOfDay(expiresAt, at.timeZone)).toBe(true)
        expect(expiresAtEndOfDay(new Date(end - 1).toISOString(), at.timeZone)).toBe(false)
        expect(daysLeft(expiresAt, at)).toBe(Number(period))
      }),
    )
  })

  it('the service accepts the first and the last selectable day, and not the day after', () => {
    fc.assert(
      fc.property(anywhere, (at) => {
        const { first, last } = allowedLastDays(at)
        for (const date of [first, last]) {
          const read = parseLastDay(date, { first, last }, at.timeZone)
          expect(read.ok && parseExpiry(read.value, at.now).ok).toBe(true)
        }
        const next = new Date(Date.parse(last) + day).toISOString().slice(0, 10)
        const beyond = parseLastDay(next, { first, last: next }, at.timeZone)
        expect(beyond.ok && parseExpiry(beyond.value, at.now)).toEqual({
          ok: false,
          code: 'too-far',
        })
      }),
    )
  })
})
