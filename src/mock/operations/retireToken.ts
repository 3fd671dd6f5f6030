import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import { getOwned } from './getOwned.ts'
import { removeToken } from './removeToken.ts'

export const retireToken: Operation<'retireToken', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    if (token.replacedById === null) throw new Problem('/problems/not-being-replaced')
    await removeToken(db, { actor, now }, token, 'retired')
    return { status: 204 }
  },
}
