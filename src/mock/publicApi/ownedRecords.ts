import type { Reader, TableName, Tables } from '../domain/schema.ts'
import type { Key } from '../storage/port.ts'
import { notFoundError } from './edeskError.ts'

/** The tables whose records belong to a business. */
export type OwnedTable = {
  [Name in TableName]: Tables[Name] extends { businessId: string } ? Name : never
}[TableName]

/** Finds a business's record by id. Returns undefined if no record has the id, or if it belongs to another business. */
export async function findOwned<Name extends OwnedTable>(
  db: Reader,
  table: Name,
  businessId: string,
  id: Key,
): Promise<Tables[Name] | undefined> {
  const found = await db.get(table, id)
  return found?.businessId === businessId ? found : undefined
}

/** Like `findOwned`, for an id in a path. @throws EdeskError 404 if there is no such record. */
export async function getOwned<Name extends OwnedTable>(
  db: Reader,
  table: Name,
  businessId: string,
  id: Key,
): Promise<Tables[Name]> {
  const found = await findOwned(db, table, businessId, id)
  if (!found) throw notFoundError()
  return found
}
