import type { Operation } from '../operation.ts'
import { findToken } from './findToken.ts'

export const deleteToken: Operation<'deleteToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, path, db }) {
    const token = await findToken(db, actor, path.tokenId)
    // What was asked for stays known, so that a request that was under way cannot make the token once more.
    await db.delete('tokens', token.id)
    return { status: 204 }
  },
}
