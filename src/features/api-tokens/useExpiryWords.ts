import { useI18n } from 'vue-i18n'

import '#src/locales/expiry.ts'
import { daysLeft, livesTheWholeDay } from '#src/ui/businessDays.ts'
import { relativeDay, relativeTime } from '#src/ui/relativeTime.ts'
import { zonedTime } from '#src/ui/zonedTime.ts'

import { here } from './here.ts'

/** From so many days on, a number of them says less than one of months. */
const manyDays = 100

/** A token's last day in words, as the business counts days. What they say changes as time passes. */
export function useExpiryWords() {
  const { t, locale } = useI18n()

  /** "Dublin time" */
  function zone(): string {
    const place = here.value.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''
    return t('expiry.zone', { place })
  }

  /** "Monday, February 22, 2027, at the end of the day, Dublin time"; or at an hour, where it is not the end of a day. */
  function moment(expiresAt: string): string {
    const whole = livesTheWholeDay(expiresAt, here.value.timeZone)
    return t(whole ? 'expiry.endOfDay' : 'expiry.atTime', {
      date: day(expiresAt, 'fullDay'),
      time: formatted(new Date(expiresAt), 'hour'),
      zone: zone(),
    })
  }

  /** "Feb 22, 2027" */
  function shortDay(expiresAt: string): string {
    return day(expiresAt, 'shortDay')
  }

  /** "in 13 days", "tomorrow", "today": it counts to the day that the other words name. */
  function distance(expiresAt: string): string {
    const days = daysLeft(expiresAt, here.value)
    const byTheHour = days === 0 && !livesTheWholeDay(expiresAt, here.value.timeZone)
    if (byTheHour || Math.abs(days) >= manyDays) {
      return relativeTime(new Date(expiresAt), here.value.now, locale.value)
    }
    return relativeDay(days, locale.value)
  }

  /** The day that its last moment is in. */
  function day(expiresAt: string, style: 'fullDay' | 'shortDay'): string {
    return formatted(new Date(Date.parse(expiresAt) - 1), style)
  }

  function formatted(time: Date, style: Parameters<typeof zonedTime>[1]): string {
    return zonedTime(time, style, { locale: locale.value, timeZone: here.value.timeZone })
  }

  return { zone, moment, shortDay, distance }
}
