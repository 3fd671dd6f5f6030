import { reasonAgainstTokens } from '../domain/access.ts'
import {
  changeNotices,
  expiryNotice,
  expiryWindow,
  newestFirst,
  type Notice,
  requestNotice,
  storedNotice,
} from '../domain/notices.ts'
import type { Actor } from '../operation.ts'
import type { Reader, Stretch } from '../storage/storage.ts'

/** Of each kind no more records than this are read, however large the business is. */
const mostOfAKind = 100
/** Among so many tokens those that are told of their expiry are looked for: of each that is replaced an old one is left for weeks. */
const mostLookedThrough = 1000

/** All that there is to tell an Admin, the newest first. It is made of what is there, by index. */
export async function gatherNotices(db: Reader, actor: Actor, now: Date): Promise<Notice[]> {
  const notices = await accessRequests(db, actor)
  if (reasonAgainstTokens(actor.user, actor.business) === undefined) {
    notices.push(
      ...(await expiries(db, actor, now)),
      ...(await signsOfUse(db, actor, now)),
      ...(await changesOfOthers(db, actor, now)),
    )
  }
  return newestFirst(notices)
}

async function accessRequests(db: Reader, { business }: Actor): Promise<Notice[]> {
  const requests = await db.list('accessRequests', 'byBusiness', {
    equals: [business.id, 'waiting'],
    direction: 'descending',
    limit: mostOfAKind,
  })
  const told = requests.map(async (request) => {
    const user = await db.get('users', request.userId)
    return user ? [requestNotice(request, user)] : []
  })
  return (await Promise.all(told)).flat()
}

/** Those that expire next, and those that expired last. */
async function expiries(db: Reader, { business }: Actor, now: Date): Promise<Notice[]> {
  const { from, to } = expiryWindow(now)
  const at = now.toISOString()
  const equals = [business.id]
  const soon = await expiriesAlong(db, { equals, from: at, to }, now)
  const gone = await expiriesAlong(db, { equals, from, to: at, direction: 'descending' }, now)
  // One that expires at this millisecond is in both.
  return [...new Map([...soon, ...gone].map((notice) => [notice.id, notice])).values()]
}

async function expiriesAlong(db: Reader, stretch: Stretch, now: Date): Promise<Notice[]> {
  const notices: Notice[] = []
  for (let offset = 0; offset < mostLookedThrough; offset += mostOfAKind) {
    const page = { ...stretch, offset, limit: mostOfAKind }
    const tokens = await db.list('tokens', 'byExpiry', page)
    notices.push(...tokens.flatMap((token) => expiryNotice(token, now) ?? []))
    if (tokens.length < mostOfAKind || notices.length >= mostOfAKind) break
  }
  return notices.slice(0, mostOfAKind)
}

async function signsOfUse(db: Reader, { business }: Actor, now: Date): Promise<Notice[]> {
  const records = await db.list('notices', 'byBusiness', {
    equals: [business.id],
    direction: 'descending',
    limit: mostOfAKind,
  })
  const told = records.map(async (record) => {
    const token = await db.get('tokens', record.tokenId)
    return token ? storedNotice(record, token, now) : []
  })
  return (await Promise.all(told)).flat()
}

async function changesOfOthers(
  db: Reader,
  { user, business }: Actor,
  now: Date,
): Promise<Notice[]> {
  const users = await db.list('users', 'byBusiness', { equals: [business.id] })
  const others = users.filter(({ id, role }) => id !== user.id && role === 'admin')
  const told = others.map(async ({ id }) => {
    const records = await db.list('activity', 'byPerson', {
      equals: [business.id, id],
      direction: 'descending',
      limit: mostOfAKind,
    })
    return changeNotices(records, now)
  })
  return (await Promise.all(told)).flat()
}
