import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'
import { removeToken } from './removeToken.ts'

export const deleteToken: Operation<'deleteToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    await removeToken(db, { actor, now }, token, 'deleted')
    return { status: 204 }
  },
}
