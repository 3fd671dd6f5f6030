import type { Writer } from './storage.ts'

/** What is numbered. Orders, tickets and so on have numbers over all businesses, as eDesk's ids are. */
export type Numbered =
  | 'requests'
  | 'activity'
  | 'salesOrders'
  | 'orderItems'
  | 'orderNotes'
  | 'tickets'
  | 'messages'
  | 'tags'
  | 'templates'
  | 'contacts'
  | 'attachments'
  | 'customFields'

/** The next free number of a kind, given away once and for all. */
export async function nextNumber(db: Writer, kind: Numbered): Promise<number> {
  const last = (await db.get('counters', kind))?.last ?? 0
  await db.put('counters', { id: kind, last: last + 1 })
  return last + 1
}
