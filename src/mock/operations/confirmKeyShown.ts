import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'

export const confirmKeyShown: Operation<'confirmKeyShown', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    for (const creation of await db.list('creations', 'byToken', { equals: [token.id] })) {
      await db.put('creations', { ...creation, keyShown: true })
    }
    return { status: 204 }
  },
}
