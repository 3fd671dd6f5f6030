import type { Key, Reader, TableName, Tables } from '../storage/storage.ts'
import { notFound } from './edeskError.ts'

/** The tables whose records belong to a business. */
export type OwnedTable = {
  [Name in TableName]: Tables[Name] extends { businessId: string } ? Name : never
}[TableName]

/** Finds a business's record by id. Returns undefined if no record has the id, or if it belongs to another business. */
export async function findOwn<Name extends OwnedTable>(
  db: Reader,
  table: Name,
  businessId: string,
  id: Key,
): Promise<Tables[Name] | undefined> {
  const found = await db.get(table, id)
  return found?.businessId === businessId ? found : undefined
}

/** Like `findOwn`, for an id in a path. @throws EdeskError 404 if there is no such record. */
export async function getOwn<Name extends OwnedTable>(
  db: Reader,
  table: Name,
  businessId: string,
  id: Key,
): Promise<Tables[Name]> {
  const found = await findOwn(db, table, businessId, id)
  if (!found) throw notFound()
  return found
}
