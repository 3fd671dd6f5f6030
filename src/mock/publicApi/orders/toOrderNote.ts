import type { components } from '#src/api/generated/schema.ts'

import type { OrderNoteRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { toUser } from '../records/users.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

/** Converts an order note to the `OrderNote` schema of eDesk's API, including its author. */
export async function toOrderNote(
  record: OrderNoteRecord,
  db: Reader,
): Promise<components['schemas']['OrderNote']> {
  const { userId, ...note } = omitBusinessId(record)
  const user = await db.get('users', userId)
  if (!user) throw new Error(`Order note ${record.id} has no author`)
  return { ...note, user: toUser(user) }
}
