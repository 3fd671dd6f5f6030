import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'

import { daysLeft } from '#src/shared/tokenExpiry.ts'
import { useDateStyle } from '#src/ui/composables/useDateStyle.ts'
import { useNewPlaces } from '#src/ui/composables/useNewPlaces.ts'
import { businessNow } from '#src/ui/lib/businessTime.ts'
import { isolate } from '#src/ui/lib/isolate.ts'
import { joinSentences } from '#src/ui/lib/listText.ts'
import { relativeDay, relativeTime } from '#src/ui/lib/relativeTime.ts'
import { msPerDay } from '#src/shared/time.ts'

import type { Notice } from './noticeApi.ts'

/** The API counts only up to this number, so it can stand for more. */
const countLimit = 100

/** Returns functions that put notices into words. */
export function useNoticeTexts() {
  const i18n = useI18n()
  const { t, n, locale } = i18n
  const dateStyle = useDateStyle()
  const newPlaces = useNewPlaces()

  /** "ShipFast expires in 5 days" */
  function sentence(notice: Notice): string {
    const { kind, person, token, action, count } = notice
    const values = {
      person: isolate(person?.name ?? ''),
      token: isolate(token?.name ?? ''),
      when: notice.expiresAt ? timeUntil(notice.expiresAt) : '',
      count: count >= countLimit ? t('notices.atLeast', { count: n(count) }) : n(count),
    }
    if (notice.unconfirmed) return newPlaces.sentence(token?.name ?? '', notice.unconfirmed)
    if (kind === 'token_awake') return t('notices.kinds.token_awake', values, idleDays(notice))
    if (kind === 'tokens_pausing' && !token) {
      return t('notices.pausingMany', values, count)
    }
    if (kind !== 'token_changes') return t(`notices.kinds.${kind}`, values)
    if (token) return t(`notices.done.${action}`, values)
    return t(`notices.doneMany.${action}`, values, count)
  }

  /** What to do about it, and whether the token is still tried; undefined for kinds that need no advice. */
  function advice({ kind, attempts }: Notice): string | undefined {
    const words = `notices.advice.${kind}`
    const texts = [
      ...(attempts > 0 ? [t('notices.attempts', { count: n(attempts) }, attempts)] : []),
      ...(i18n.te(words) ? [t(words)] : []),
    ]
    return texts.length > 0 ? joinSentences(texts, locale.value) : undefined
  }

  /** In days of the business's time zone, as on the token's page. On the last day in hours. */
  function timeUntil(expiresAt: string): string {
    const days = daysLeft(expiresAt, businessNow.value)
    return days === 0
      ? relativeTime(new Date(expiresAt), businessNow.value.now, dateStyle.value)
      : relativeDay(days, locale.value)
  }

  return { sentence, advice }
}

function idleDays({ at, since }: Notice): number {
  return since === null ? 0 : Math.floor((Date.parse(at) - Date.parse(since)) / msPerDay)
}

/** Returns the route that shows what a notice is about. */
export function noticeRoute({ kind, person, token, action }: Notice): RouteLocationRaw {
  if (kind === 'access_request') return { name: 'users' }
  if (kind === 'tokens_pausing' && !token) return { name: 'token-rules' }
  if (token?.exists) return { name: 'token', params: { tokenId: token.id } }
  if (token) return { name: 'token-activity', query: { token: token.id } }
  return {
    name: 'token-activity',
    query: { ...(person ? { by: person.id } : {}), ...(action ? { action } : {}) },
  }
}
