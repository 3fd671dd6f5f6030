import { etagOf } from '../domain/token.ts'
import { resumed } from '../domain/tokenLife.ts'
import type { Operation } from '../operation.ts'
import { toToken } from '../serialize.ts'
import { findToken } from './findToken.ts'
import { recordActivity } from './recordActivity.ts'

export const resumeToken: Operation<'resumeToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, path, db, now }) {
    const before = await findToken(db, actor, path.tokenId)
    let after = before
    if (before.pausedAt !== null) {
      after = resumed(before, { userId: actor.user.id, now })
      await db.put('tokens', after)
      await recordActivity(db, { actor, now }, 'resumed', { before, after })
    }
    return { status: 200, headers: { ETag: etagOf(after) }, body: await toToken(after, db, now) }
  },
}
