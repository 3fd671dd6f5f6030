import type { Reader, Tables } from '../domain/schema.ts'
import type { Actor } from '../server/operation.ts'
import { findOwned, type OwnedTable } from '../server/records/ownedRecords.ts'
import { Problem } from '../server/errors/problem.ts'
import type { Key } from '../storage/port.ts'

/**
 * Returns a record of the user's business.
 *
 * @throws Problem `not-found`, both for an unknown id and for a record of another business.
 */
export async function getOwned<Name extends OwnedTable>(
  db: Reader,
  table: Name,
  { business }: Actor,
  id: Key,
): Promise<Tables[Name]> {
  const found = await findOwned(db, table, business.id, id)
  if (!found) throw new Problem('/problems/not-found')
  return found
}
