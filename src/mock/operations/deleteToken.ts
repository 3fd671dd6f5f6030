import type { Operation } from '../server/operation.ts'
import { findToken } from './findToken.ts'
import { removeToken } from './removeToken.ts'

export const deleteToken: Operation<'deleteToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    await removeToken(db, { actor, now }, token, 'deleted')
    return { status: 204 }
  },
}
