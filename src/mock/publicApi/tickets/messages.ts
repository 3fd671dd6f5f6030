import type { components } from '#src/api/generated/schema.ts'

import type { MessageRecord, TicketRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { toUser } from '../records/users.ts'

/** Converts a message to the `Message` schema of eDesk's API. `from_user` is its author, or null if a customer wrote it. */
export async function toMessage(
  { businessId: _businessId, userId, ...fields }: MessageRecord,
  db: Reader,
): Promise<components['schemas']['Message']> {
  const user = userId === null ? undefined : await db.get('users', userId)
  return { ...fields, from_user: user ? toUser(user) : null }
}

/** Returns the time of a ticket's last message, or the ticket's creation time if that is later or there is no message. */
export async function lastMessageTime(
  { businessId, id, created_at }: TicketRecord,
  db: Reader,
): Promise<string> {
  const [last] = await db.list('messages', 'byTicket', {
    equals: [businessId, id],
    direction: 'descending',
    limit: 1,
  })
  return last && last.created_at > created_at ? last.created_at : created_at
}
