import type { components } from '#src/api/generated/schema.ts'

import type { MessageRecord, TicketRecord } from '../domain/helpdeskRecords.ts'
import type { Reader } from '../storage/storage.ts'
import { toUser } from './users.ts'

/** A message as eDesk's API tells of it, with the user who wrote it; there is none where a customer did. */
export async function toMessage(
  { businessId: _businessId, userId, ...kept }: MessageRecord,
  db: Reader,
): Promise<components['schemas']['Message']> {
  const user = userId === null ? undefined : await db.get('users', userId)
  return { ...kept, from_user: user ? toUser(user) : null }
}

/** The time of a ticket's last message; that of its creation where there is none, or only older ones. */
export async function lastUpdateOf(
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
