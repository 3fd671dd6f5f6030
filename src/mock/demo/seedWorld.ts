import type { SessionRecord } from '../domain/records.ts'
import { restoreOriginals, trackingWriter } from './originals.ts'
import type { RequestLogRecord, WorldRecord } from './records.ts'
import { createWorldRecord } from './demoContext.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { seed, type SeedData } from '../scenarios/seedData.ts'
import { sessionLifetimeMs } from '../server/session.ts'
import { type DemoReader, type DemoStorage, type DemoWriter, demoTables } from './schema.ts'

/**
 * Replaces all data in the storage with a world, in one transaction.
 *
 * @param options `keepSessions`: whether users stay logged in, if they exist in the new world. `exchanges`: its request log.
 */
export function replaceData(
  storage: DemoStorage,
  record: WorldRecord,
  world: SeedData,
  {
    keepSessions,
    exchanges = [],
  }: { keepSessions: boolean; exchanges?: readonly RequestLogRecord[] },
): Promise<void> {
  return storage.write(async (db) => {
    const sessions = keepSessions ? await db.all('sessions') : []
    for (const table of demoTables) await db.clear(table)
    await db.clear('originals')
    await seedWorld(db, record, world)
    await db.putAll('exchanges', exchanges)
    await putSessions(keepOriginalsIn(db, record), record, sessions)
  })
}

/**
 * Restores the initial data of a world by the originals of what has changed, in one transaction. The result is that of `replaceData`.
 *
 * @returns false if the storage has other initial data, or no originals of them. Then nothing has changed.
 */
export async function restoreData(
  storage: DemoStorage,
  record: WorldRecord,
  { keepSessions }: { keepSessions: boolean },
): Promise<boolean> {
  const hasOriginals = async (db: DemoReader) =>
    hasSameStart(await db.get('worlds', 'world'), record)
  // A new storage needs no transaction that writes.
  if (!(await storage.read(hasOriginals))) return false
  return storage.write(async (db) => {
    if (!(await hasOriginals(db))) return false
    const sessions = keepSessions ? await db.all('sessions') : []
    await restoreOriginals(db)
    await db.clear('exchanges')
    await db.put('worlds', record)
    await putSessions(keepOriginalsIn(db, record), record, sessions)
    return true
  })
}

function hasSameStart(one: WorldRecord | undefined, other: WorldRecord): boolean {
  return (
    one?.seededBy !== undefined &&
    one.seededBy === other.seededBy &&
    one.scenario === other.scenario &&
    one.startsAt === other.startsAt &&
    one.seed === other.seed
  )
}

/** Returns a writer that keeps originals, if the world does. */
function keepOriginalsIn(db: DemoWriter, { seededBy }: WorldRecord): DemoWriter {
  return seededBy === undefined ? db : trackingWriter(db)
}

/** Lets users stay logged in, if they exist in the world. */
async function putSessions(
  db: DemoWriter,
  { startsAt }: WorldRecord,
  sessions: readonly SessionRecord[],
): Promise<void> {
  const users = new Set((await db.all('users')).map(({ id }) => id))
  const expiresAt = new Date(Date.parse(startsAt) + sessionLifetimeMs).toISOString()
  for (const session of sessions) {
    if (users.has(session.userId)) await db.put('sessions', { ...session, expiresAt })
  }
}

/** Writes a world's record and its initial data in a transaction. */
export async function seedWorld(
  db: DemoWriter,
  record: WorldRecord,
  world: SeedData,
): Promise<void> {
  await db.put('worlds', record)
  await seed(db, world)
}

/** Creates the record of the plain world: it starts now, without a random seed. */
export function plainWorldRecord(machineNow: number): WorldRecord {
  return createWorldRecord('empty', new Date(machineNow).toISOString(), null, machineNow)
}

/** Fills the plain world at the machine's time, by default with the demo's accounts and data. */
export function seedPlainWorld(
  db: DemoWriter,
  machineNow: number,
  data: SeedData = defaultWorld(new Date(machineNow)),
): Promise<void> {
  return seedWorld(db, plainWorldRecord(machineNow), data)
}

/** Seeds a world if it is empty. If two tabs try at once, only one does. */
export function seedIfEmpty(
  storage: DemoStorage,
  record: WorldRecord,
  world: SeedData,
): Promise<WorldRecord> {
  return fillNewWorld(storage, record, world, [])
}

/**
 * Seeds a world if it is empty, and adds the sessions of a tab that has answered from memory until then.
 *
 * @returns the record of the world: another tab's, if that tab was first.
 */
export function fillNewWorld(
  storage: DemoStorage,
  record: WorldRecord,
  world: SeedData,
  sessions: readonly SessionRecord[],
): Promise<WorldRecord> {
  return storage.write(async (db) => {
    const existing = await db.get('worlds', 'world')
    if (!existing) await seedWorld(db, record, world)
    await keepOriginalsIn(db, existing ?? record).putAll('sessions', sessions)
    return existing ?? record
  })
}
