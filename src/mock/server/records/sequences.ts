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
  const [number = 0] = await numbersInSequence(db, kind, 1)
  return number
}

/** Takes the next `count` numbers of a sequence, in ascending order: a new order may have 500 items. */
export async function numbersInSequence(
  db: Writer,
  kind: SequenceName,
  count: number,
): Promise<number[]> {
  if (count === 0) return []
  if (db.takeNumbers) return db.takeNumbers('counters', kind, count)
  const last = (await db.get('counters', kind))?.last ?? 0
  await db.put('counters', { id: kind, last: last + count })
  return Array.from({ length: count }, (_, index) => last + 1 + index)
}
