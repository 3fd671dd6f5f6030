import { tokenAccessError } from '../domain/access.ts'
import {
  changeNotices,
  expiryNotice,
  expiryWindow,
  recentRefusals,
  inOrder,
  type Notice,
  requestNotice,
  storedNotice,
  tokenOf,
} from '../domain/notices.ts'
import {
  type PauseNotice,
  type PausingToken,
  mayPauseSoon,
  pauseNotices,
} from '../domain/pauseNotices.ts'
import { pauseDueAt } from '../domain/rules.ts'
import type { Actor } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'
import type { IndexRange } from '../storage/port.ts'

/** The maximum number of records that are read for each kind of notice. */
const maxPerKind = 100
/**
 * The maximum number of tokens that are searched for notices of their expiry. It is larger, because old tokens of a replacement,
 * which have no notice, may stay for weeks and fill the first pages.
 */
const maxTokensSearched = 1000

/** Returns all notices for an Admin: those that need action first, and the newest first. They are derived from the stored records each time. */
export async function deriveNotices(db: Reader, actor: Actor, now: Date): Promise<Notice[]> {
  const notices = await requestNotices(db, actor)
  if (tokenAccessError(actor.user, actor.business) === undefined) {
    notices.push(
      ...(await expiryNotices(db, actor, now)),
      ...(await usageNotices(db, actor, now)),
      ...(await pausingNotices(db, actor, now)),
      ...(await changeNoticesOfOthers(db, actor, now)),
    )
  }
  return inOrder(notices)
}

async function requestNotices(db: Reader, { business }: Actor): Promise<Notice[]> {
  const requests = await db.list('accessRequests', 'byBusiness', {
    equals: [business.id, 'waiting'],
    direction: 'descending',
    limit: maxPerKind,
  })
  const notices = requests.map(async (request) => {
    const user = await db.get('users', request.userId)
    return user ? [requestNotice(request, user)] : []
  })
  return (await Promise.all(notices)).flat()
}

/** Returns the notices of the tokens that expire next, of those that expired last, and of expired ones that are still tried. */
async function expiryNotices(db: Reader, { business }: Actor, now: Date): Promise<Notice[]> {
  const { from, to } = expiryWindow(now)
  const at = now.toISOString()
  const equals = [business.id]
  const expiring = await scanExpiries(db, { equals, from: at, to }, now)
  const expired = await scanExpiries(db, { equals, from, to: at, direction: 'descending' }, now)
  const recent = { equals, ...recentRefusals(now), direction: 'descending' } as const
  const refused = await scanExpiries(db, recent, now, 'byRefusal')
  const tried = refused.filter(({ kind }) => kind === 'token_expired')
  // A token can be in several lists.
  const notices = [...expiring, ...expired, ...tried]
  return [...new Map(notices.map((notice) => [notice.id, notice])).values()]
}

async function scanExpiries(
  db: Reader,
  range: IndexRange,
  now: Date,
  index: 'byExpiry' | 'byRefusal' = 'byExpiry',
): Promise<Notice[]> {
  const notices: Notice[] = []
  for (let offset = 0; offset < maxTokensSearched; offset += maxPerKind) {
    const page = { ...range, offset, limit: maxPerKind }
    const tokens = await db.list('tokens', index, page)
    notices.push(...tokens.flatMap((token) => expiryNotice(token, now) ?? []))
    if (tokens.length < maxPerKind || notices.length >= maxPerKind) break
  }
  return notices.slice(0, maxPerKind)
}

async function usageNotices(db: Reader, { business }: Actor, now: Date): Promise<Notice[]> {
  const kinds = ['token_awake', 'token_only_refused', 'token_new_place']
  const lists = kinds.map((kind) =>
    db.list('notices', 'byKind', {
      equals: [business.id, kind],
      direction: 'descending',
      limit: maxPerKind,
    }),
  )
  const records = (await Promise.all(lists)).flat()
  const notices = records.map(async (record) => {
    const token = await db.get('tokens', record.tokenId)
    return token ? storedNotice(record, token, now) : []
  })
  return (await Promise.all(notices)).flat()
}

/** Returns the notices that a rule will pause tokens within a week. */
async function pausingNotices(db: Reader, { business }: Actor, now: Date): Promise<Notice[]> {
  if (!mayPauseSoon(business, now)) return []
  const due: PausingToken[] = []
  for await (const rows of db.rows('tokens')) {
    for (const row of rows) {
      const at = row.businessId === business.id ? pauseDueAt(row, business) : undefined
      if (at !== undefined) due.push({ id: row.id, dueAt: at })
    }
  }
  const notices = pauseNotices(due, { now, timeZone: business.timeZone })
  return Promise.all(notices.map((notice) => withOnlyToken(notice, db)))
}

/** Adds the token to a notice that is about a single one. */
async function withOnlyToken({ tokenIds, ...notice }: PauseNotice, db: Reader): Promise<Notice> {
  const [id = ''] = tokenIds
  const token = tokenIds.length === 1 ? await db.get('tokens', id) : undefined
  return { ...notice, token: token ? tokenOf(token) : null }
}

async function changeNoticesOfOthers(
  db: Reader,
  { user, business }: Actor,
  now: Date,
): Promise<Notice[]> {
  const users = await db.list('users', 'byBusiness', { equals: [business.id] })
  const others = users.filter(({ id, role }) => id !== user.id && role === 'admin')
  const notices = others.map(async ({ id }) => {
    const records = await db.list('activity', 'byPerson', {
      equals: [business.id, id],
      direction: 'descending',
      limit: maxPerKind,
    })
    return changeNotices(records, now)
  })
  return (await Promise.all(notices)).flat()
}
