import { useI18n } from 'vue-i18n'

import { daysLeft, expiresAtEndOfDay } from '#src/shared/tokenExpiry.ts'
import { useDateStyle } from '#src/ui/composables/useDateStyle.ts'
import { relativeDay, relativeTime } from '#src/ui/lib/relativeTime.ts'
import { formatInTimeZone, timeZoneName } from '#src/ui/lib/formatInTimeZone.ts'
import { businessNow } from '#src/ui/lib/businessTime.ts'

/** From this many days on, `distance` uses larger units. */
const largerUnitsFromDays = 100

/** Texts for a token's expiry, in the business's time zone. They update as time passes. */
export function useExpiryLabels() {
  const { t, locale } = useI18n()
  const dateStyle = useDateStyle()

  /** "Ireland Time" */
  function zone(): string {
    return timeZoneName(businessNow.value, locale.value)
  }

  /**
   * "Mon, Feb 22, 2027, end of day". Shows the time of day if the token expires within a day. Use it on pages that name the time
   * zone elsewhere (`TimeZoneNote`).
   */
  function moment(expiresAt: string): string {
    const isEndOfDay = expiresAtEndOfDay(expiresAt, businessNow.value.timeZone)
    return t(isEndOfDay ? 'expiry.endOfDay' : 'expiry.atTime', {
      date: day(expiresAt, 'weekdayAndDay'),
      time: formatted(new Date(expiresAt), 'hour'),
    })
  }

  /** "Mon, Feb 22, 2027, end of day (Ireland Time)" */
  function momentInZone(expiresAt: string): string {
    return t('expiry.inZone', { moment: moment(expiresAt), zone: zone() })
  }

  /** "Feb 22, 2027" */
  function shortDay(expiresAt: string): string {
    return day(expiresAt, 'shortDay')
  }

  /** "Expires Feb 22, 2027", or "Never expires" */
  function lifetime(expiresAt: string | null): string {
    return expiresAt === null
      ? t('expiry.never')
      : t('expiry.expiresOn', { day: shortDay(expiresAt) })
  }

  /** "in 13 days", "tomorrow", "today": counts to the day that the other texts name. */
  function distance(expiresAt: string): string {
    const days = daysLeft(expiresAt, businessNow.value)
    const byTheHour = days === 0 && !expiresAtEndOfDay(expiresAt, businessNow.value.timeZone)
    if (byTheHour || Math.abs(days) >= largerUnitsFromDays) {
      return relativeTime(new Date(expiresAt), businessNow.value.now, dateStyle.value)
    }
    return relativeDay(days, locale.value)
  }

  /** The day of the token's last moment. */
  function day(expiresAt: string, style: 'weekdayAndDay' | 'shortDay'): string {
    return formatted(new Date(Date.parse(expiresAt) - 1), style)
  }

  function formatted(time: Date, format: Parameters<typeof formatInTimeZone>[1]): string {
    return formatInTimeZone(time, format, dateStyle.value)
  }

  return { zone, moment, momentInZone, shortDay, lifetime, distance }
}
