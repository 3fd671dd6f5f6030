import type { components } from '#src/api/generated/schema.ts'

import type {
  AccessRequestRecord,
  ActivityRecord,
  NoticeRecord,
  TokenRecord,
  UserRecord,
} from './records.ts'

type Schemas = components['schemas']
/** A notice, before it is known who has read it and whether its token is still there. */
export interface Notice extends Omit<Schemas['Notice'], 'read' | 'token'> {
  token: Omit<Schemas['TokenThen'], 'exists'> | null
}

/** The same done by one person within minutes. */
interface Run {
  newest: ActivityRecord
  oldest: ActivityRecord
  tokens: Set<string>
}

const day = 86_400_000
/** How many days before its end a token is told of; the most pressing first. */
const thresholds = [1, 7, 14] as const
/** What has happened is told for so long. */
const toldFor = 30 * day
/** What one person does over and over with no longer pauses than this is one notice. */
const longestPause = 10 * 60_000
const mostChanges = 20
/** No more notices than this are told: whoever has more before them looks at the lists. */
export const mostNotices = 50
/** From when on tokens, and until when, can have a notice of their expiry. */
export function expiryWindow(now: Date): { from: string; to: string } {
  return {
    from: new Date(now.getTime() - toldFor).toISOString(),
    to: new Date(now.getTime() + Math.max(...thresholds) * day).toISOString(),
  }
}

const nothing = { person: null, token: null, action: null, count: 1, expiresAt: null, since: null }

/** Somebody waits for an answer. */
export function requestNotice({ id, createdAt }: AccessRequestRecord, user: UserRecord): Notice {
  const person = { id: user.id, name: user.name }
  return { ...nothing, id: `request:${id}`, kind: 'access_request', at: createdAt, person }
}

/**
 * That a token expires soon, or has expired. One that is being replaced ends on purpose; one that was made for a short life, by
 * somebody who knows. A life that is shortened makes another notice.
 */
export function expiryNotice(token: TokenRecord, now: Date): Notice | undefined {
  const { id, expiresAt, replacedById, createdAt } = token
  if (expiresAt === null || replacedById !== null) return undefined
  const about = { ...nothing, token: then(token), expiresAt }
  const end = Date.parse(expiresAt)
  if (end <= now.getTime()) {
    return isTold(expiresAt, now)
      ? { ...about, id: `expired:${id}:${expiresAt}`, kind: 'token_expired', at: expiresAt }
      : undefined
  }
  const passed = thresholds.find((days) => end - now.getTime() <= days * day)
  if (passed === undefined) return undefined
  const at = new Date(end - passed * day).toISOString()
  if (at <= createdAt) return undefined
  return { ...about, id: `expiring:${id}:${passed}:${expiresAt}`, kind: 'token_expiring', at }
}

/** What a token's requests have shown. That it is only refused is over with the first request that is carried out. */
export function storedNotice(record: NoticeRecord, token: TokenRecord, now: Date): Notice[] {
  const { id, kind, at, since } = record
  const isOver = kind === 'token_only_refused' && token.refusedInARow === 0
  if (isOver || !isTold(at, now)) return []
  return [{ ...nothing, id: `${id}:${at}`, kind, at, since, token: then(token) }]
}

/**
 * What one person has done to tokens.
 *
 * @param records the newest first.
 */
export function changeNotices(records: readonly ActivityRecord[], now: Date): Notice[] {
  const runs: Run[] = []
  for (const record of asPeopleSay(records).filter(({ at }) => isTold(at, now))) {
    const run = runs.at(-1)
    if (run && run.newest.action === record.action && isSoonBefore(record, run.oldest)) {
      run.oldest = record
      run.tokens.add(record.tokenId)
    } else {
      runs.push({ newest: record, oldest: record, tokens: new Set([record.tokenId]) })
    }
  }
  return runs.slice(0, mostChanges).map(noticeOfRun)
}

/** All of them, the newest first; at one time in the order of their ids, so that they stay where they are. */
export function newestFirst(notices: readonly Notice[]): Notice[] {
  return notices.toSorted((one, other) =>
    one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? 1 : -1,
  )
}

/** A replacement makes two entries, of which people hear as one; that an answer was lost is no news. */
function asPeopleSay(records: readonly ActivityRecord[]): ActivityRecord[] {
  const replaced = new Set(records.map((record) => `${record.at} ${replacedIn(record)}`))
  return records
    .filter(({ action, at, tokenId }) => {
      if (action === 'replaced' || action === 'key_renewed') return false
      return action !== 'retired' || !replaced.has(`${at} ${tokenId}`)
    })
    .map((record) => (replacedIn(record) ? { ...record, action: 'replaced' } : record))
}

/** The token whose place was taken by one that was made. */
function replacedIn({ action, changes }: ActivityRecord): string | null {
  const tie = action === 'created' && changes.find(({ field }) => field === 'replaces')
  return tie ? tie.after : null
}

function isSoonBefore(one: ActivityRecord, other: ActivityRecord): boolean {
  return Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= longestPause
}

function noticeOfRun({ newest, tokens }: Run): Notice {
  const { id, at, byId, byName, action, tokenId, tokenName, keyEnding } = newest
  const token = { id: tokenId, name: tokenName, keyEnding }
  return {
    ...nothing,
    id: `changes:${id}`,
    kind: 'token_changes',
    at,
    person: { id: byId, name: byName },
    action,
    count: tokens.size,
    token: tokens.size === 1 ? token : null,
  }
}

/** Whether something has happened already, by a clock that may have been put back, and not too long ago. */
function isTold(at: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(at)
  return age >= 0 && age < toldFor
}

function then({ id, name, keyEnding }: TokenRecord): NonNullable<Notice['token']> {
  return { id, name, keyEnding }
}
