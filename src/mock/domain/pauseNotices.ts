import { limits } from '#src/api/generated/values.ts'
import { type BusinessNow, businessDay } from '#src/shared/businessDay.ts'
import { msPerDay } from '#src/shared/time.ts'

import { emptyNotice, type Notice } from './notices.ts'
import type { BusinessRecord } from './records.ts'

/** A token, and when a rule will pause it. */
export interface PausingToken {
  id: string
  dueAt: string
}

/** A notice of a day on which a rule pauses tokens. */
export interface PauseNotice extends Notice {
  tokenIds: readonly string[]
}

const noticeMs = limits.pauseNoticeDays * msPerDay

/** Whether a rule may pause tokens within a week: a quick answer before all tokens are looked at. */
export function mayPauseSoon({ rules, nextPauseCheckAt }: BusinessRecord, now: Date): boolean {
  const isInForce = (rules?.pauseUnusedAfter ?? null) !== null
  return isInForce && (nextPauseCheckAt === undefined || nextPauseCheckAt <= afterNotice(now))
}

/**
 * Returns one notice for each day of the next week on which a rule pauses tokens. Another token makes it a new one, because nobody
 * has read of that token yet.
 */
export function pauseNotices(tokens: readonly PausingToken[], at: BusinessNow): PauseNotice[] {
  const soon = tokens.filter(({ dueAt }) => dueAt <= afterNotice(at.now))
  const days = new Map<string, PausingToken[]>()
  for (const token of soon) {
    const day = businessDay(new Date(token.dueAt), at.timeZone)
    days.set(day, [...(days.get(day) ?? []), token])
  }
  return Array.from(days.values(), noticeOf)
}

function noticeOf(tokens: readonly PausingToken[]): PauseNotice {
  const times = tokens.map(({ dueAt }) => dueAt).sort()
  const [first, last] = [String(times[0]), String(times.at(-1))]
  return {
    ...emptyNotice,
    id: `pausing:${last}`,
    kind: 'tokens_pausing',
    at: new Date(Date.parse(first) - noticeMs).toISOString(),
    count: tokens.length,
    expiresAt: first,
    tokenIds: tokens.map(({ id }) => id),
  }
}

function afterNotice(now: Date): string {
  return new Date(now.getTime() + noticeMs).toISOString()
}
