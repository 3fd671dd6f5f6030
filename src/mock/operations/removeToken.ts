import type { TokenRecord } from '../domain/records.ts'
import { idsOfRequestNotices } from '../domain/requestNotices.ts'
import { withoutTie } from '../domain/tokenLife.ts'
import type { Actor } from '../operation.ts'
import type { Writer } from '../storage/storage.ts'
import { recordActivity } from './recordActivity.ts'

/**
 * Deletes a token: its key unlocks nothing any more. What was done to it stays known, and so does what was asked for, so that a
 * request that was under way cannot make it once more.
 */
export async function removeToken(
  db: Writer,
  by: { actor: Actor; now: Date },
  token: TokenRecord,
  action: 'deleted' | 'retired',
): Promise<void> {
  await db.delete('tokens', token.id)
  for (const id of idsOfRequestNotices(token.id)) await db.delete('notices', id)
  for (const id of [token.replacedById, token.replacesId]) {
    const other = id === null ? undefined : await db.get('tokens', id)
    if (other) await db.put('tokens', withoutTie(other, token.id))
  }
  await recordActivity(db, by, action, { before: token })
}
