import type { Operation } from '../server/operation.ts'
import { unlessForeign } from '../server/records/ownedRecords.ts'
import { toToken } from '../server/records/serialize.ts'

export const findKeys: Operation<'findKeys', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, body, db, now }) {
    const items = []
    for (const hash of new Set(body.hashes)) {
      const [found] = await db.list('tokens', 'byKey', { equals: [hash] })
      const token = unlessForeign(found, actor.business.id)
      if (token) items.push({ hash, token: await toToken(token, db, now) })
    }
    return { status: 200, body: { items, total: items.length } }
  },
}
