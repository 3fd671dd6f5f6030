import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'

import '#src/locales/notices.ts'
import { daysLeft } from '#src/ui/businessDays.ts'
import { businessTimeZone } from '#src/ui/businessTime.ts'
import { now } from '#src/ui/clock.ts'
import { isolate } from '#src/ui/isolate.ts'
import { relativeDay, relativeTime } from '#src/ui/relativeTime.ts'

import type { Notice } from './noticeApi.ts'

const day = 86_400_000
/** A count of so many may stand for more (contract). */
const mostCounted = 100

/** How notices are put into words, and where they lead. */
export function useNoticeWords() {
  const i18n = useI18n()
  const { t, n, locale } = i18n

  /** "ShipFast expires in 5 days" */
  function sentence(notice: Notice): string {
    const { kind, person, token, action, count } = notice
    const values = {
      person: isolate(person?.name ?? ''),
      token: isolate(token?.name ?? ''),
      when: notice.expiresAt ? timeUntil(notice.expiresAt) : '',
      count: n(count),
    }
    if (kind === 'token_awake') return t('notices.kinds.token_awake', values, daysOfSilence(notice))
    if (kind !== 'token_changes') return t(`notices.kinds.${kind}`, values)
    if (token) return t(`notices.done.${action}`, values)
    const tokens =
      count >= mostCounted ? t('notices.manyTokens', values) : t('notices.tokens', values)
    return t(`notices.done.${action}`, { ...values, token: tokens })
  }

  /** What to do about it, where that is not plain. */
  function advice({ kind }: Notice): string | undefined {
    const words = `notices.advice.${kind}`
    return i18n.te(words) ? t(words) : undefined
  }

  /** In days of the business, as the token's own page counts them; on its last day in hours. */
  function timeUntil(expiresAt: string): string {
    const days = daysLeft(expiresAt, { now: now.value, timeZone: businessTimeZone.value })
    return days === 0
      ? relativeTime(new Date(expiresAt), now.value, locale.value)
      : relativeDay(days, locale.value)
  }

  return { sentence, advice }
}

function daysOfSilence({ at, since }: Notice): number {
  return since === null ? 0 : Math.floor((Date.parse(at) - Date.parse(since)) / day)
}

/** Where what a notice is about can be seen. */
export function addressOfNotice({ kind, person, token, action }: Notice): RouteLocationRaw {
  if (kind === 'access_request') return { name: 'users' }
  if (token?.exists) return { name: 'token', params: { tokenId: token.id } }
  if (token) return { name: 'token-activity', query: { token: token.id } }
  return {
    name: 'token-activity',
    query: { ...(person ? { by: person.id } : {}), ...(action ? { action } : {}) },
  }
}
