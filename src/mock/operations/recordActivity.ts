import { type ActivityAction, withReplacedAccess, changesBetween } from '../domain/activity.ts'
import type { TokenRecord, UserRecord } from '../domain/records.ts'
import type { Actor } from '../server/operation.ts'
import { nextInSequence } from '../server/sequences.ts'
import type { Writer } from '../domain/schema.ts'

/**
 * Records a change of a token, in the same transaction as the change.
 *
 * @param states the token before and after the change; `before` is undefined for a new token, `after` for a deleted one.
 *   `replaced` is the token that a new one replaces.
 */
export async function recordActivity(
  db: Writer,
  { actor, now }: { actor: Actor; now: Date },
  action: ActivityAction,
  {
    before,
    after,
    replaced,
  }: {
    before?: TokenRecord | undefined
    after?: TokenRecord | undefined
    replaced?: TokenRecord | undefined
  },
): Promise<void> {
  const token = before ?? after
  if (!token) throw new Error('recordActivity needs a token before or after the change')
  await db.put('activity', {
    id: await nextInSequence(db, 'activity'),
    businessId: token.businessId,
    at: now.toISOString(),
    byId: actor.user.id,
    byName: actor.user.name,
    action,
    tokenId: token.id,
    tokenName: token.name,
    keyEnding: token.keyEnding,
    changes: withReplacedAccess(changesBetween(before, after), replaced),
  })
}

/** Records the change of a user's role, in the same transaction as the change. */
export async function recordRoleChange(
  db: Writer,
  { actor, now }: { actor: Actor; now: Date },
  before: UserRecord,
  after: UserRecord,
): Promise<void> {
  await db.put('activity', {
    id: await nextInSequence(db, 'activity'),
    businessId: after.businessId,
    at: now.toISOString(),
    byId: actor.user.id,
    byName: actor.user.name,
    action: 'role_changed',
    tokenId: null,
    tokenName: '',
    keyEnding: '',
    userId: after.id,
    userName: after.name,
    changes: [{ field: 'role', before: before.role, after: after.role }],
  })
}
