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
import type { Reader } from '../storage/storage.ts'

/** Of each kind no more records than this are read, however large the business is. */
const mostOfAKind = 100

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
  const stretch = { equals: [business.id], limit: mostOfAKind }
  const soon = await db.list('tokens', 'byExpiry', { ...stretch, from: at, to })
  const gone = await db.list('tokens', 'byExpiry', {
    ...stretch,
    from,
    to: at,
    direction: 'descending',
  })
  // One that expires at this millisecond is in both.
  const tokens = new Map([...soon, ...gone].map((token) => [token.id, token]))
  return [...tokens.values()].flatMap((token) => expiryNotice(token, now) ?? [])
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
