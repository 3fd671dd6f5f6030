import type { TokenRecord } from '../domain/records.ts'
import { idsOfRequestNotices } from '../domain/requestNotices.ts'
import { withTies } from '../domain/tokenLife.ts'
import type { Actor } from '../operation.ts'
import type { Writer } from '../storage/storage.ts'
import { recordActivity } from './recordActivity.ts'

/**
 * Deletes a token: its key unlocks nothing any more. What was done to it stays known, and so does what was asked for, so that a
 * request that was under way cannot make it once more. Where it stood between two, the older one is the newer one's old key now.
 *
 * @param heirId the token that takes its place, if any does; it may be yet to be put.
 */
export async function removeToken(
  db: Writer,
  by: { actor: Actor; now: Date },
  token: TokenRecord,
  action: 'deleted' | 'retired',
  heirId = token.replacedById,
): Promise<void> {
  await db.delete('tokens', token.id)
  for (const id of idsOfRequestNotices(token.id)) await db.delete('notices', id)
  const { replacesId } = token
  const old = replacesId === null ? undefined : await db.get('tokens', replacesId)
  if (old) await db.put('tokens', withTies(old, { replacedById: heirId }))
  const heir = heirId === null ? undefined : await db.get('tokens', heirId)
  if (heir) await db.put('tokens', withTies(heir, { replacesId }))
  await recordActivity(db, by, action, { before: token })
}
