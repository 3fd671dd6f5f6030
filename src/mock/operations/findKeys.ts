import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/serialize.ts'

export const findKeys: Operation<'findKeys', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, body, db, now }) {
    const items = []
    for (const hash of new Set(body.hashes)) {
      const [token] = await db.list('tokens', 'byKey', { equals: [hash] })
      if (token?.businessId === actor.business.id) {
        items.push({ hash, token: await toToken(token, db, now) })
      }
    }
    return { status: 200, body: { items, total: items.length } }
  },
}
