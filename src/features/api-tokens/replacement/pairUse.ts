import type { Schema } from '#src/api/client.ts'

/** One of two tokens, as the other one tells of it. */
export type PairedToken = Schema<'TokenLink'>

/** Which of two keys an application uses, as far as their last uses tell. What was before the replacement does not count. */
export type PairUse = 'neither' | 'onlyNew' | 'onlyOld' | 'newLater' | 'oldLater'

export function pairUse(
  older: Pick<PairedToken, 'lastUsedAt'>,
  newer: Pick<PairedToken, 'lastUsedAt' | 'createdAt'>,
): PairUse {
  const newUse = timeOf(newer.lastUsedAt)
  const oldUse = timeOf(older.lastUsedAt)
  const oldSince = oldUse >= Date.parse(newer.createdAt)
  if (newUse === -Infinity) return oldSince ? 'onlyOld' : 'neither'
  if (!oldSince) return 'onlyNew'
  return oldUse > newUse ? 'oldLater' : 'newLater'
}

function timeOf(at: string | null): number {
  return at === null ? -Infinity : Date.parse(at)
}
