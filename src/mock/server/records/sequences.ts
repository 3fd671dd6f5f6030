import type { Writer } from '../../domain/schema.ts'

/** The sequences. All businesses share the sequences of orders, tickets and so on, as in eDesk. */
export type SequenceName =
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

/** Takes the next number of a sequence. Each number is used only once. */
export async function nextInSequence(db: Writer, kind: SequenceName): Promise<number> {
  const last = (await db.get('counters', kind))?.last ?? 0
  await db.put('counters', { id: kind, last: last + 1 })
  return last + 1
}
