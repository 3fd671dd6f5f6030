import {
  type ActivityAction,
  type ActivityChange,
  changesBetween,
  changesOfPlaces,
  withReplacedAccess,
} from '../../domain/activity.ts'
import type { AdviceKind } from '../../domain/advice.ts'
import type { ActivityRecord, PlaceRecord, TokenRecord, UserRecord } from '../../domain/records.ts'
import type { Actor } from '../operation.ts'
import { nextInSequence } from './sequences.ts'
import type { Writer } from '../../domain/schema.ts'

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
  const changes = withReplacedAccess(changesBetween(before, after), replaced)
  await putActivity(db, { actor, now }, { action, ...aboutToken(token), changes })
}

/** Records that advice about a token was dismissed or restored, in the same transaction. */
export async function recordAdviceChange(
  db: Writer,
  by: { actor: Actor; now: Date },
  action: 'advice_dismissed' | 'advice_restored',
  token: TokenRecord,
  kind: AdviceKind,
): Promise<void> {
  const [before, after] = action === 'advice_dismissed' ? [null, kind] : [kind, null]
  const changes = [{ field: 'advice' as const, before, after }]
  await putActivity(db, by, { action, ...aboutToken(token), changes })
}

/** Records the change of a user's role, in the same transaction as the change. */
export async function recordRoleChange(
  db: Writer,
  by: { actor: Actor; now: Date },
  before: UserRecord,
  after: UserRecord,
): Promise<void> {
  const change = { field: 'role' as const, before: before.role, after: after.role }
  await putActivity(db, by, {
    action: 'role_changed',
    tokenId: null,
    tokenName: '',
    keyEnding: '',
    userId: after.id,
    userName: after.name,
    changes: [change],
  })
}

/** Records the change of the rules, in the same transaction. */
export async function recordRulesChange(
  db: Writer,
  by: { actor: Actor; now: Date },
  changes: readonly ActivityChange[],
): Promise<void> {
  const subject = { tokenId: null, tokenName: '', keyEnding: '' }
  await putActivity(db, by, { action: 'rules_changed', ...subject, changes })
}

/** Records that a rule paused a token, at the time of the pause. */
export async function recordRulePause(
  db: Writer,
  before: TokenRecord,
  after: TokenRecord & { pausedAt: string },
): Promise<void> {
  const changes = changesBetween(before, after)
  await putEvent(db, after, { at: after.pausedAt, action: 'paused_by_rule', changes })
}

/** Records that a token was used from a new place. */
export async function recordNewPlace(
  db: Writer,
  token: TokenRecord,
  place: PlaceRecord,
  { novelty, since }: NonNullable<PlaceRecord['unconfirmed']>,
): Promise<void> {
  const changes = changesOfPlaces([place])
  await putEvent(db, token, { at: since, action: `new_${novelty}`, changes })
}

/** Records that an Admin has confirmed new places, in the same transaction. */
export async function recordConfirmation(
  db: Writer,
  by: { actor: Actor; now: Date },
  token: TokenRecord,
  places: readonly PlaceRecord[],
): Promise<void> {
  const changes = changesOfPlaces(places)
  await putActivity(db, by, { action: 'places_confirmed', ...aboutToken(token), changes })
}

/** Adds an entry that no user has caused. */
async function putEvent(
  db: Writer,
  token: TokenRecord,
  event: Pick<ActivityRecord, 'at' | 'action' | 'changes'>,
): Promise<void> {
  await db.put('activity', {
    id: await nextInSequence(db, 'activity'),
    businessId: token.businessId,
    byId: '',
    byName: '',
    ...aboutToken(token),
    ...event,
  })
}

function aboutToken({ id, name, keyEnding }: TokenRecord) {
  return { tokenId: id, tokenName: name, keyEnding }
}

async function putActivity(
  db: Writer,
  { actor, now }: { actor: Actor; now: Date },
  entry: Omit<ActivityRecord, 'id' | 'businessId' | 'at' | 'byId' | 'byName'>,
): Promise<void> {
  await db.put('activity', {
    id: await nextInSequence(db, 'activity'),
    businessId: actor.business.id,
    at: now.toISOString(),
    byId: actor.user.id,
    byName: actor.user.name,
    ...entry,
  })
}
