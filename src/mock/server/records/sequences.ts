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

/**
 * Takes the next number of a sequence, or the next `count` numbers: a new order may have 500 items. Each number is used only
 * once.
 *
 * @returns the first of the numbers.
 */
export async function nextInSequence(db: Writer, kind: SequenceName, count = 1): Promise<number> {
  const last = (await db.get('counters', kind))?.last ?? 0
  if (count > 0) await db.put('counters', { id: kind, last: last + count })
  return last + 1
}
