import type { Schema } from '#src/api/client.ts'

/** One token of a replacement, as the other token links to it. */
export type LinkedToken = Schema<'TokenLink'>

/** Which of the two keys an application uses, judging by their last uses. Uses before the replacement don't count. */
export type KeyUsage = 'neither' | 'onlyNew' | 'onlyOld' | 'newLater' | 'oldLater'

export function keyUsage(
  older: Pick<LinkedToken, 'lastUsedAt'>,
  newer: Pick<LinkedToken, 'lastUsedAt' | 'createdAt'>,
): KeyUsage {
  const newUse = timeOf(newer.lastUsedAt)
  const oldUse = timeOf(older.lastUsedAt)
  const oldUsedSince = oldUse >= Date.parse(newer.createdAt)
  if (newUse === -Infinity) return oldUsedSince ? 'onlyOld' : 'neither'
  if (!oldUsedSince) return 'onlyNew'
  return oldUse > newUse ? 'oldLater' : 'newLater'
}

function timeOf(at: string | null): number {
  return at === null ? -Infinity : Date.parse(at)
}
