import type { Reader } from '../../domain/schema.ts'

/**
 * Returns a reader that gets each record only once: the tokens of a list, for example, were all created by a few users. It is for
 * a transaction that writes nothing.
 */
export function readOnce(db: Reader): Reader {
  const records = new Map<string, Promise<unknown>>()
  const get: (...parameters: Parameters<Reader['get']>) => Promise<unknown> = (table, id) => {
    const name = JSON.stringify([table, id])
    const record = records.get(name) ?? db.get(table, id)
    records.set(name, record)
    return record
  }
  return { ...db, get: get as Reader['get'] }
}
