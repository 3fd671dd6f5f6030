import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/serialize.ts'

export const lookUpTokens: Operation<'lookUpTokens', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, body, db, now }) {
    const tokens = await Promise.all(body.ids.map((id) => db.get('tokens', id)))
    const own = tokens.filter((token) => token?.businessId === actor.business.id)
    const items = await Promise.all(
      own.flatMap((token) => (token ? [toToken(token, db, now)] : [])),
    )
    return { status: 200, body: { items } }
  },
}
