import type { SchemaTypes, Storage, Writer } from './port.ts'

/**
 * Returns a storage that announces its changes.
 *
 * @param announce called after each transaction that was stored and has written something.
 */
export function announceWrites<Types extends SchemaTypes>(
  storage: Storage<Types>,
  announce: () => void,
): Storage<Types> {
  return {
    read: (work) => storage.read(work),
    async write(work, subject) {
      const state = { hasWritten: false }
      const result = await storage.write((db) => {
        // A transaction that failed because of another one at the same time is run again.
        state.hasWritten = false
        return work(observeWrites(db, () => (state.hasWritten = true)))
      }, subject)
      if (state.hasWritten) announce()
      return result
    },
  }
}

function observeWrites<Types extends SchemaTypes>(
  db: Writer<Types>,
  written: () => void,
): Writer<Types> {
  return {
    ...db,
    put(table, record) {
      written()
      return db.put(table, record)
    },
    putAll(table, records) {
      written()
      return db.putAll(table, records)
    },
    delete(table, id) {
      written()
      return db.delete(table, id)
    },
    clear(table) {
      written()
      return db.clear(table)
    },
  }
}
