import type { components } from '#src/api/generated/schema.ts'
import { limits } from '#src/api/generated/values.ts'
import { msPerDay, msPerMinute } from '#src/shared/time.ts'

import type {
  AccessRequestRecord,
  ActivityRecord,
  NoticeRecord,
  TokenRecord,
  UserRecord,
} from './records.ts'
import { attemptsOf, lastRefusalOf, statusOf, tokenInactiveReason } from './tokenLifecycle.ts'

type Schemas = components['schemas']
/** A notice, without whether the user has read it, and what its token is now. */
export interface Notice extends Omit<
  Schemas['Notice'],
  'read' | 'token' | 'attempts' | 'unconfirmed'
> {
  token: Omit<Schemas['TokenThen'], 'exists'> | null
}

type TokenActivity = ActivityRecord & { tokenId: string }

/** The same action, repeated by one person within minutes. */
interface Run {
  newest: TokenActivity
  oldest: TokenActivity
  tokens: Set<string>
}

/** How many days before its expiry a token gets a notice; the most urgent first. */
const thresholds = limits.expiryWarningDays.toReversed()
/** How long a notice of a past event is shown. */
const shownForMs = limits.noticeDays * msPerDay
/** The application of a token without a request for this long is not affected by its expiry. */
const unusedMs = limits.unusedDays * msPerDay
/** Repeated actions of one person become one notice, if no pause between them is longer than this. */
const maxPauseMs = 10 * msPerMinute
const maxChangeNotices = 20
const noChanges: readonly ActivityRecord['action'][] = [
  'advice_dismissed',
  'advice_restored',
  'places_confirmed',
]

/** Returns the range of times of refused requests that keep the notice of an expired token. */
export function recentRefusals(now: Date): { from: string; to: string } {
  return { from: new Date(now.getTime() - shownForMs).toISOString(), to: now.toISOString() }
}

/** Returns the range of expiry times that can have a notice. */
export function expiryWindow(now: Date): { from: string; to: string } {
  return {
    from: new Date(now.getTime() - shownForMs).toISOString(),
    to: new Date(now.getTime() + Math.max(...thresholds) * msPerDay).toISOString(),
  }
}

export const emptyNotice = {
  needsAction: false,
  person: null,
  token: null,
  action: null,
  count: 1,
  expiresAt: null,
  since: null,
}

/** Returns the notice that a user waits for an answer to their access request. */
export function requestNotice({ id, createdAt }: AccessRequestRecord, user: UserRecord): Notice {
  const person = { id: user.id, name: user.name }
  return {
    ...emptyNotice,
    id: `request:${id}`,
    kind: 'access_request',
    needsAction: true,
    at: createdAt,
    person,
  }
}

/**
 * Returns the notice that a token expires soon or has expired. It needs action if an application uses the token, or still tries
 * to; while it tries, the notice of an expired token stays. There is none for a token that is being replaced, nor for a
 * threshold that lies before the token's creation: its short lifetime was a choice. A new expiry makes a new notice.
 */
export function expiryNotice(token: TokenRecord, now: Date): Notice | undefined {
  const { id, expiresAt, replacedById, createdAt, lastUsedAt } = token
  if (expiresAt === null || replacedById !== null) return undefined
  const notice = { ...emptyNotice, token: tokenOf(token), expiresAt }
  const end = Date.parse(expiresAt)
  if (end <= now.getTime()) {
    const needsAction = attemptsOf(token) > 0
    const isTried = needsAction && isShown(String(lastRefusalOf(token)), now)
    if (!isTried && !isShown(expiresAt, now)) return undefined
    const expired = { id: `expired:${id}:${expiresAt}`, kind: 'token_expired' } as const
    return { ...notice, ...expired, needsAction, at: expiresAt }
  }
  const threshold = thresholds.find((days) => end - now.getTime() <= days * msPerDay)
  if (threshold === undefined) return undefined
  const at = new Date(end - threshold * msPerDay).toISOString()
  if (at <= createdAt) return undefined
  const needsAction = lastUsedAt !== null && Date.parse(lastUsedAt) > now.getTime() - unusedMs
  const expiring = {
    id: `expiring:${id}:${threshold}:${expiresAt}`,
    kind: 'token_expiring',
  } as const
  return { ...notice, ...expiring, needsAction, at }
}

/**
 * Returns the notice of a stored record. `token_only_refused` lasts while the token is failing; it ends with the first request that
 * succeeds, and there is none while the token is paused. `token_new_place` ends when an Admin pauses or replaces the token.
 */
export function storedNotice(record: NoticeRecord, token: TokenRecord, now: Date): Notice[] {
  const { id, kind, at, since } = record
  if (!doesLast(record, token, now)) return []
  const notice = { ...emptyNotice, id: `${id}:${at}`, kind, at, since, token: tokenOf(token) }
  return [{ ...notice, needsAction: true }]
}

function doesLast({ kind, at }: NoticeRecord, token: TokenRecord, now: Date): boolean {
  switch (kind) {
    case 'token_awake':
      return isShown(at, now)
    case 'token_only_refused':
      return statusOf(token, now) === 'failing'
    case 'token_new_place':
      return (
        isShown(at, now) &&
        token.replacedById === null &&
        tokenInactiveReason(token, now) === undefined
      )
  }
}

/**
 * Returns the notices of the changes that one person made to tokens.
 *
 * @param records the person's activity, the newest first.
 */
export function changeNotices(records: readonly ActivityRecord[], now: Date): Notice[] {
  const runs: Run[] = []
  for (const record of mergeReplacements(records.filter(isChangeOfToken)).filter(({ at }) =>
    isShown(at, now),
  )) {
    const run = runs.at(-1)
    if (run && run.newest.action === record.action && isWithinPause(record, run.oldest)) {
      run.oldest = record
      run.tokens.add(record.tokenId)
    } else {
      runs.push({ newest: record, oldest: record, tokens: new Set([record.tokenId]) })
    }
  }
  return runs.slice(0, maxChangeNotices).map(noticeOfRun)
}

/**
 * Sorts notices: those that need action first, and the newest first. Notices of the same time are sorted by id, so that their
 * order is stable.
 */
export function inOrder(notices: readonly Notice[]): Notice[] {
  return notices.toSorted((one, other) => {
    if (one.needsAction !== other.needsAction) return one.needsAction ? -1 : 1
    return one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? 1 : -1
  })
}

/** Merges the two entries of a replacement into one, and drops renewed keys: a retry after a lost response needs no notice. */
function mergeReplacements(records: readonly TokenActivity[]): TokenActivity[] {
  const replaced = new Set(records.map((record) => `${record.at} ${replacedTokenId(record)}`))
  return records
    .filter(({ action, at, tokenId }) => {
      if (action === 'replaced' || action === 'key_renewed') return false
      return action !== 'retired' || !replaced.has(`${at} ${tokenId}`)
    })
    .map((record) => (replacedTokenId(record) ? { ...record, action: 'replaced' } : record))
}

/** Returns the id of the token that a new token replaces; null if it replaces none. */
function replacedTokenId({ action, changes }: ActivityRecord): string | null {
  const link = action === 'created' && changes.find(({ field }) => field === 'replaces')
  return link ? link.after : null
}

/** Whether a record is a change of a token. Some actions are none, and the other Admins need no notice of them. */
function isChangeOfToken(record: ActivityRecord): record is TokenActivity {
  return record.tokenId !== null && !noChanges.includes(record.action)
}

function isWithinPause(one: ActivityRecord, other: ActivityRecord): boolean {
  return Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= maxPauseMs
}

function noticeOfRun({ newest, tokens }: Run): Notice {
  const { id, at, byId, byName, action, tokenId, tokenName, keyEnding } = newest
  const token = { id: tokenId, name: tokenName, keyEnding }
  return {
    ...emptyNotice,
    id: `changes:${id}`,
    kind: 'token_changes',
    at,
    person: { id: byId, name: byName },
    action,
    count: tokens.size,
    token: tokens.size === 1 ? token : null,
  }
}

/** Whether a notice of an event is shown: the event was not too long ago, and, if the clock was put back, not in the future. */
function isShown(at: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(at)
  return age >= 0 && age < shownForMs
}

export function tokenOf({ id, name, keyEnding }: TokenRecord): NonNullable<Notice['token']> {
  return { id, name, keyEnding }
}
