import type { TokenRecord } from '../domain/records.ts'
import { paused } from '../domain/tokenLifecycle.ts'
import type { Actor } from '../server/operation.ts'
import type { Writer } from '../domain/schema.ts'
import { recordActivity } from '../server/records/recordActivity.ts'

/** Pauses a token, unless it is paused already. Returns the paused token. */
export async function applyPause(
  db: Writer,
  { actor, now }: { actor: Actor; now: Date },
  token: TokenRecord,
): Promise<TokenRecord> {
  if (token.pausedAt !== null) return token
  const after = paused(token, { userId: actor.user.id, now })
  await db.put('tokens', after)
  await recordActivity(db, { actor, now }, 'paused', { before: token, after })
  return after
}
