import type { TokenRecord } from '../domain/records.ts'
import { resumed } from '../domain/tokenLifecycle.ts'
import type { Actor } from '../server/operation.ts'
import type { Writer } from '../domain/schema.ts'
import { recordActivity } from '../server/records/recordActivity.ts'

/** Resumes a token, unless it is not paused. Returns the resumed token. */
export async function applyResume(
  db: Writer,
  { actor, now }: { actor: Actor; now: Date },
  token: TokenRecord,
): Promise<TokenRecord> {
  if (token.pausedAt === null) return token
  const after = resumed(token, { userId: actor.user.id, now })
  await db.put('tokens', after)
  await recordActivity(db, { actor, now }, 'resumed', { before: token, after })
  return after
}
