import type { IDBPDatabase, IDBPTransaction } from 'idb'

import { rowStoreOf } from './indexedDbAccess.ts'
import type { AnyTypes, IndexDefinition, Schema, Writer } from './port.ts'

type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>
type Store = ReturnType<UpgradeTransaction['objectStore']>

/**
 * Gives a database the object stores and indexes of a schema.
 *
 * @param keepRecords whether to keep the records of an earlier version.
 */
export function updateStores(
  schema: Schema<AnyTypes>,
  database: IDBPDatabase,
  transaction: UpgradeTransaction,
  keepRecords: boolean,
): void {
  const rowStores = Object.keys(schema.projections).map(rowStoreOf)
  const needed = [...Object.keys(schema.indexes), ...rowStores]
  for (const name of [...database.objectStoreNames]) {
    if (!keepRecords || !needed.includes(name)) database.deleteObjectStore(name)
  }
  for (const [table, indexes] of Object.entries(schema.indexes)) {
    const store = database.objectStoreNames.contains(table)
      ? transaction.objectStore(table)
      : database.createObjectStore(table, { keyPath: 'id' })
    updateIndexes(store, indexes)
  }
  for (const name of rowStores) {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name)
  }
}

function updateIndexes(store: Store, indexes: Record<string, IndexDefinition>): void {
  for (const name of [...store.indexNames]) {
    const definition = indexes[name]
    if (!definition || !isSame(store, name, definition)) store.deleteIndex(name)
  }
  for (const [name, { fields, unique }] of Object.entries(indexes)) {
    if (!store.indexNames.contains(name)) store.createIndex(name, [...fields], { unique })
  }
}

function isSame(store: Store, name: string, { fields, unique }: IndexDefinition): boolean {
  const index = store.index(name)
  return JSON.stringify(index.keyPath) === JSON.stringify(fields) && index.unique === unique
}

/** Computes the rows and the other computed values of all records again, because this version may compute them differently. */
export async function computeAgain(schema: Schema<AnyTypes>, db: Writer<AnyTypes>): Promise<void> {
  const tables = new Set([...Object.keys(schema.computed), ...Object.keys(schema.projections)])
  for (const table of tables) {
    const records = await db.all(table)
    await db.clear(table)
    await db.putAll(table, records)
  }
}
