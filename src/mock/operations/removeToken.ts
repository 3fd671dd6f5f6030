import type { TokenRecord } from '../domain/records.ts'
import { requestNoticeIds } from '../domain/requestNotices.ts'
import { withReplacementLinks } from '../domain/tokenLifecycle.ts'
import type { Actor } from '../server/operation.ts'
import type { Writer } from '../domain/schema.ts'
import { recordActivity } from '../server/records/recordActivity.ts'

/**
 * Deletes a token, so that its key no longer works. Its activity and the record of its creation are kept: a retry of that request
 * must not create it again. If it replaced a token and is being replaced itself, those two tokens are linked to each other.
 *
 * @param successorId the token that replaces it, if any. It may not be stored yet.
 */
export async function removeToken(
  db: Writer,
  by: { actor: Actor; now: Date },
  token: TokenRecord,
  action: 'deleted' | 'retired',
  successorId = token.replacedById,
): Promise<void> {
  await db.delete('tokens', token.id)
  for (const id of requestNoticeIds(token.id)) await db.delete('notices', id)
  const { replacesId } = token
  const predecessor = replacesId === null ? undefined : await db.get('tokens', replacesId)
  if (predecessor)
    await db.put('tokens', withReplacementLinks(predecessor, { replacedById: successorId }))
  const successor = successorId === null ? undefined : await db.get('tokens', successorId)
  if (successor) await db.put('tokens', withReplacementLinks(successor, { replacesId }))
  await recordActivity(db, by, action, { before: token })
}
