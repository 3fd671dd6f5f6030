import type { Reader, Tables } from '../../domain/schema.ts'
import { findOwned, type OwnedTable } from '../../server/records/ownedRecords.ts'
import type { Key } from '../../storage/port.ts'
import { notFoundError } from '../edeskError.ts'

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
