import { type CalendarDate, fromAbsolute, toCalendarDate } from '@internationalized/date'

import { limits } from '#src/api/generated/values.ts'
import { type BusinessNow, isCalendarDay } from '#src/shared/businessDay.ts'
import { endOfDay } from '#src/shared/startOfDay.ts'
import { latestExpiry } from '#src/shared/tokenExpiry.ts'
import { defaultLifetime, isTooLate, type TokenRules } from '#src/shared/tokenRules.ts'

/** The options of the form, in their order: a number of days from today, a chosen date, or never. */
export const expiryPeriods = ['7', '30', '60', '90', '365', 'date', 'never'] as const
export type ExpiryPeriod = (typeof expiryPeriods)[number]

/** When a token expires, as the user chooses it in the form. */
export interface ExpiryChoiceValue {
  period: ExpiryPeriod
  /** For the period `date`: the token's last day in the format of `<input type="date">`. Empty until the user enters one. */
  date: string
}

/** The preselected expiry: the service's default. */
export const defaultExpiry: Readonly<ExpiryChoiceValue> = {
  period: `${limits.defaultLifetimeDays}`,
  date: '',
}

/** The rule of the business for the longest life, in days; null for no limit. */
type LongestLife = TokenRules['longestLife']

/** Returns the preselected expiry under a rule: the default, or the longest life if that is shorter. */
export function usualExpiry(longestLife: LongestLife): ExpiryChoiceValue {
  const days = String(defaultLifetime(longestLife))
  return { ...defaultExpiry, period: expiryPeriods.find((period) => period === days) ?? 'date' }
}

/** Returns the options that a rule allows, in their order. */
export function offeredPeriods(longestLife: LongestLife): ExpiryPeriod[] {
  return expiryPeriods.filter((period) => {
    if (longestLife === null || period === 'date') return true
    return period !== 'never' && Number(period) <= longestLife
  })
}

/** Returns the choice that expires as late as a rule allows. */
export function latestChoice(
  longestLife: number,
  { now, timeZone }: BusinessNow,
): ExpiryChoiceValue {
  const period = expiryPeriods.find((option) => option === `${longestLife}`)
  if (period) return { period, date: '' }
  return { period: 'date', date: dayOf(now, timeZone).add({ days: longestLife }).toString() }
}

export type DayError = 'no-date' | 'no-such-date' | 'in-the-past' | 'too-far' | 'against-rule'

/** The first and the last day that the user can choose, in the format of `<input type="date">`. */
export interface DayRange {
  first: string
  last: string
}

type Result<Value> = { ok: true; value: Value } | { ok: false; error: DayError }

/**
 * Converts the user's choice into an expiry time. A token works until its last day ends in the business's time zone.
 *
 * @param longestLife the rule of the business.
 * @returns a time in RFC 3339 format or null for never, or else what is wrong with the choice.
 */
export function toExpiresAt(
  choice: ExpiryChoiceValue,
  businessNow: BusinessNow,
  longestLife: LongestLife = null,
): Result<string | null> {
  const result = timeOf(choice, businessNow)
  if (!result.ok || !isTooLate(result.value, longestLife, businessNow)) return result
  return { ok: false, error: 'against-rule' }
}

function timeOf(choice: ExpiryChoiceValue, businessNow: BusinessNow): Result<string | null> {
  if (choice.period === 'never') return { ok: true, value: null }
  if (choice.period === 'date')
    return parseLastDay(choice.date, allowedLastDays(businessNow), businessNow.timeZone)
  const last = dayOf(businessNow.now, businessNow.timeZone).add({ days: Number(choice.period) })
  return { ok: true, value: endOfDay(last.toString(), businessNow.timeZone).toISOString() }
}

/** Returns the last day of a token that gets the service's default lifetime today, in the format of `<input type="date">`. */
export function defaultLastDay({ now, timeZone }: BusinessNow): string {
  return dayOf(now, timeZone).add({ days: limits.defaultLifetimeDays }).toString()
}

/** Returns the choice with the lifetime that a token had, or the default if the form has no such option. */
export function sameLifetime(
  { createdAt, expiresAt }: { createdAt: string; expiresAt: string | null },
  timeZone: string,
): ExpiryChoiceValue {
  if (expiresAt === null) return { period: 'never', date: '' }
  const first = dayOf(new Date(createdAt), timeZone)
  const days = dayOf(new Date(Date.parse(expiresAt) - 1), timeZone).compare(first)
  const period = expiryPeriods.find((option) => option === `${days}`)
  return { ...defaultExpiry, ...(period && { period }) }
}

/** Returns the end of a typed day, or what is wrong with it, for example that it is outside the range. */
export function parseLastDay(text: string, range: DayRange, timeZone: string): Result<string> {
  const error = dayError(text, range)
  if (error) return { ok: false, error }
  return { ok: true, value: endOfDay(text, timeZone).toISOString() }
}

/** Returns the days that the service accepts as a token's last day, starting with today. */
export function allowedLastDays(
  { now, timeZone }: BusinessNow,
  longestLife: LongestLife = null,
): DayRange {
  const today = dayOf(now, timeZone)
  const last =
    longestLife === null
      ? dayOf(latestExpiry(now), timeZone).subtract({ days: 1 })
      : today.add({ days: longestLife })
  return { first: today.toString(), last: last.toString() }
}

/** Returns the days on which a token can expire sooner than it does. Undefined if there are none, because it expires today. */
export function earlierLastDays(
  expiresAt: string | null,
  businessNow: BusinessNow,
): DayRange | undefined {
  const all = allowedLastDays(businessNow)
  if (expiresAt === null) return all
  const lastDay = dayOf(new Date(Date.parse(expiresAt) - 1), businessNow.timeZone)
  const before = lastDay.subtract({ days: 1 }).toString()
  const last = before < all.last ? before : all.last
  return last < all.first ? undefined : { first: all.first, last }
}

function dayError(text: string, { first, last }: DayRange): DayError | undefined {
  if (text === '') return 'no-date'
  // Browsers accept years with six digits.
  if (/^\d{5,6}-/.test(text)) return 'too-far'
  if (!isCalendarDay(text)) return 'no-such-date'
  if (text < first) return 'in-the-past'
  return text > last ? 'too-far' : undefined
}

/** Returns the calendar day at a time in a time zone. */
function dayOf(time: Date, timeZone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(time.getTime(), timeZone))
}
