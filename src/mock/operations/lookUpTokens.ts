import type { Operation } from '../server/operation.ts'
import { findOwned } from '../server/records/ownedRecords.ts'
import { toToken } from '../server/records/serialize.ts'

export const lookUpTokens: Operation<'lookUpTokens', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, body, db, now }) {
    const own = await Promise.all(
      body.ids.map((id) => findOwned(db, 'tokens', actor.business.id, id)),
    )
    const items = await Promise.all(
      own.flatMap((token) => (token ? [toToken(token, db, now)] : [])),
    )
    return { status: 200, body: { items } }
  },
}
