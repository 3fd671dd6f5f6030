import type { Reader, TableName, Tables } from '../../domain/schema.ts'
import type { Key } from '../../storage/port.ts'

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
  return unlessForeign(await db.get(table, id), businessId)
}

/** Returns a record if it belongs to the business, otherwise undefined: other businesses must not learn that it exists. */
export function unlessForeign<Owned extends { businessId: string }>(
  record: Owned | undefined,
  businessId: string,
): Owned | undefined {
  return record?.businessId === businessId ? record : undefined
}
