import { type ActivityAction, accessInPlaceOf, changesBetween } from '../domain/activity.ts'
import type { TokenRecord } from '../domain/records.ts'
import type { Actor } from '../operation.ts'
import { nextNumber } from '../storage/numbers.ts'
import type { Writer } from '../storage/storage.ts'

/**
 * Records what was done to a token, once and for good, in the transaction that does it.
 *
 * @param states the token before and after; undefined where it was not there yet, or is not there any more. For one that takes the
 *   place of another also that one.
 */
export async function recordActivity(
  db: Writer,
  { actor, now }: { actor: Actor; now: Date },
  action: ActivityAction,
  {
    before,
    after,
    inPlaceOf,
  }: {
    before?: TokenRecord | undefined
    after?: TokenRecord | undefined
    inPlaceOf?: TokenRecord | undefined
  },
): Promise<void> {
  const token = before ?? after
  if (!token) throw new Error('Nothing has changed')
  await db.put('activity', {
    id: await nextNumber(db, 'activity'),
    businessId: token.businessId,
    at: now.toISOString(),
    byId: actor.user.id,
    byName: actor.user.name,
    action,
    tokenId: token.id,
    tokenName: token.name,
    keyEnding: token.keyEnding,
    changes: accessInPlaceOf(changesBetween(before, after), inPlaceOf),
  })
}
