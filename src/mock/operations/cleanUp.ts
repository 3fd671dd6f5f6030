import type { ActivityRecord, TokenRecord } from '../domain/records.ts'
import { retention } from '../domain/retention.ts'
import type { Reader, Storage, TableName, Writer } from '../domain/schema.ts'
import type { Key } from '../storage/port.ts'
import { pauseAllUnusedTokens } from './pauseUnusedTokens.ts'

/** How many records one transaction deletes at most, so that no request waits long for it. */
const stepSize = 100
/** The actions after which a token no longer exists. */
const endings = ['deleted', 'retired'] as const

interface Expired {
  table: TableName
  ids: readonly Key[]
}

/**
 * Deletes the records that are no longer kept (`retention.ts`), in small transactions. First it pauses the tokens that a rule
 * has paused by now.
 *
 * @param pause is awaited between the transactions, so that requests come first. If it rejects, the clean-up ends.
 * @returns the number of deleted records.
 */
export async function cleanUp(
  storage: Storage,
  now: Date,
  pause: () => Promise<void>,
): Promise<number> {
  let deleted = 0

  /** Deletes what `find` finds, until it finds nothing more. */
  async function deleteAll(find: (db: Reader) => Promise<Expired>): Promise<void> {
    for (;;) {
      // Most of the time nothing has expired, and a transaction that writes would have to be synced.
      const found = await storage.read(find)
      await pause()
      if (found.ids.length === 0) return
      deleted += await storage.write(async (db) => deleteFound(db, await find(db)))
      await pause()
    }
  }

  await pauseAllUnusedTokens(storage, now)
  await deleteAll((db) => expiredSessions(db, now))
  await deleteAll((db) => oldCreations(db, now))
  const businesses = await storage.read((db) => db.all('businesses'))
  for (const { id } of businesses) {
    for await (const token of tokensOf(storage, id)) {
      await deleteAll((db) => oldRequests(db, token, now))
    }
    for (const action of endings) {
      for await (const { tokenId } of endedTokens(storage, { businessId: id, action }, now)) {
        if (tokenId === null) continue
        await deleteAll((db) => recordsOf(db, 'requests', tokenId))
        await deleteAll((db) => recordsOf(db, 'usage', tokenId))
        await deleteAll((db) => recordsOf(db, 'places', tokenId))
      }
    }
  }
  return deleted
}

async function deleteFound(db: Writer, { table, ids }: Expired): Promise<number> {
  for (const id of ids) await db.delete(table, id)
  return ids.length
}

async function expiredSessions(db: Reader, now: Date): Promise<Expired> {
  const range = { equals: [], to: now.toISOString(), limit: stepSize }
  return idsOf('sessions', await db.list('sessions', 'byEnd', range))
}

async function oldCreations(db: Reader, now: Date): Promise<Expired> {
  const range = { equals: [], to: before(now, retention.creationMs), limit: stepSize }
  return idsOf('creations', await db.list('creations', 'byCreation', range))
}

/** The requests of a token that are too old, or not among its newest. */
async function oldRequests(db: Reader, { id }: TokenRecord, now: Date): Promise<Expired> {
  const excess = (await db.count('requests', 'byToken', [id])) - retention.requestsPerToken
  const oldest = await db.list('requests', 'byToken', { equals: [id], limit: stepSize })
  const isOld = ({ at }: { at: string }) => at <= before(now, retention.requestMs)
  return idsOf(
    'requests',
    oldest.filter((request, position) => position < excess || isOld(request)),
  )
}

async function recordsOf(
  db: Reader,
  table: 'requests' | 'usage' | 'places',
  tokenId: string,
): Promise<Expired> {
  return idsOf(table, await db.list(table, 'byToken', { equals: [tokenId], limit: stepSize }))
}

function idsOf(table: TableName, records: readonly { id: Key }[]): Expired {
  return { table, ids: records.map(({ id }) => id) }
}

/** Yields the tokens of a business, oldest first. */
async function* tokensOf(storage: Storage, businessId: string): AsyncGenerator<TokenRecord> {
  let from: readonly Key[] = []
  for (;;) {
    const range = { equals: [businessId], from, limit: stepSize }
    const tokens = await storage.read((db) => db.list('tokens', 'byCreation', range))
    yield* tokens
    const last = tokens.at(-1)
    if (!last || tokens.length < stepSize) return
    // The smallest text after this id.
    from = [last.createdAt, `${last.id}\0`]
  }
}

/**
 * Yields the entries of the activity that ended a token long enough ago, oldest first. It begins where the last clean-up stopped,
 * because the activity is kept for good.
 */
async function* endedTokens(
  storage: Storage,
  { businessId, action }: { businessId: string; action: (typeof endings)[number] },
  now: Date,
): AsyncGenerator<ActivityRecord> {
  const counterId = `cleaned up: ${action} in ${businessId}`
  const counter = await storage.read((db) => db.get('counters', counterId))
  const to = before(now, retention.deletedTokenMs)
  let from: readonly Key[] = counter ? [new Date(counter.last).toISOString()] : []
  for (;;) {
    const range = { equals: [businessId, action], from, to, limit: stepSize }
    const entries = await storage.read((db) => db.list('activity', 'byAction', range))
    yield* entries
    const last = entries.at(-1)
    if (!last) return
    const cleanedTo = Date.parse(last.at)
    if (cleanedTo !== counter?.last) {
      await storage.write((db) => db.put('counters', { id: counterId, last: cleanedTo }))
    }
    if (entries.length < stepSize) return
    from = [last.at, last.id + 1]
  }
}

function before(now: Date, milliseconds: number): string {
  return new Date(now.getTime() - milliseconds).toISOString()
}
