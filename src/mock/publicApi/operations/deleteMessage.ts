import { findOwned } from '../../server/records/ownedRecords.ts'
import { getOwned } from '../records/getOwned.ts'
import { lastMessageTime } from '../tickets/messages.ts'
import type { PublicOperation } from '../operation.ts'

/** Deletes a message of any type and updates the ticket's `last_updated_at` to the message before it. */
export const deleteMessage: PublicOperation<'deleteMessage'> = async ({ caller, path, db }) => {
  const { id, businessId, ticket_id } = await getOwned(
    db,
    'messages',
    caller.business.id,
    path.messageId,
  )
  await db.delete('messages', id)
  const ticket = await findOwned(db, 'tickets', businessId, ticket_id)
  if (ticket) {
    await db.put('tickets', { ...ticket, last_updated_at: await lastMessageTime(ticket, db) })
  }
  return { ok: true, message: 'Deleted.' }
}
