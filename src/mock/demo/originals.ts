import type { AnyTypes, Key, Writer } from '../storage/port.ts'
import { type DemoStorage, type DemoWriter, untrackedTables } from './schema.ts'

/** A record of a world's initial data that has changed since, or that was added. */
export interface OriginalRecord {
  /** The table and the key. */
  id: string
  table: string
  key: Key
  /** The initial record; null if the initial data has none with this key. */
  record: Readonly<Record<string, unknown>> | null
}

/**
 * Returns a storage that keeps the original of each record when it first changes. A reset then restores only these records, however
 * many the world has.
 */
export function keepOriginals(storage: DemoStorage): DemoStorage {
  return {
    read: (work) => storage.read(work),
    write: (work) => storage.write((db) => work(trackingWriter(db))),
  }
}

/** Returns a writer that keeps the original of each record when it first changes. */
export function trackingWriter(writer: DemoWriter): DemoWriter {
  const db = writer as unknown as Writer<AnyTypes>
  /** Concurrent changes of a record wait until its original is kept. */
  const kept = new Map<string, Promise<void>>()

  function keepOriginal(table: string, key: Key): Promise<void> {
    const id = JSON.stringify([table, key])
    let done = kept.get(id)
    if (!done) {
      done = store({ id, table, key })
      kept.set(id, done)
    }
    return done
  }

  async function store(original: Omit<OriginalRecord, 'record'>): Promise<void> {
    const [existing, record] = await Promise.all([
      db.get('originals', original.id),
      db.get(original.table, original.key),
    ])
    if (!existing) await db.put('originals', { ...original, record: record ?? null })
  }

  async function keepAll(table: string, keys: readonly Key[]): Promise<void> {
    if (untrackedTables.has(table)) return
    await Promise.all(keys.map((key) => keepOriginal(table, key)))
  }

  const tracking: Writer<AnyTypes> = {
    ...db,
    async put(table, record) {
      await keepAll(table, [record.id])
      await db.put(table, record)
    },
    async putAll(table, records) {
      await keepAll(
        table,
        records.map(({ id }) => id),
      )
      await db.putAll(table, records)
    },
    async delete(table, id) {
      await keepAll(table, [id])
      await db.delete(table, id)
    },
    async clear(table) {
      const records = await db.all(table)
      await keepAll(
        table,
        records.map(({ id }) => id),
      )
      await db.clear(table)
    },
  }
  return tracking as unknown as DemoWriter
}

/** Restores the initial data, in a transaction of the storage itself. Log and record of the world are not part of it. */
export async function restoreOriginals(writer: DemoWriter): Promise<void> {
  const db = writer as unknown as Writer<AnyTypes>
  const originals = (await db.all('originals')) as unknown as OriginalRecord[]
  // All go before the first comes back, because no two records may have the same name at any time.
  for (const { table, key } of originals) await db.delete(table, key)
  for (const table of new Set(originals.map((original) => original.table))) {
    const records = originals.flatMap((original) =>
      original.table === table && original.record ? [{ ...original.record, id: original.key }] : [],
    )
    await db.putAll(table, records)
  }
  await db.clear('originals')
}
