import type { Operation } from '../server/operation.ts'
import { toAccessRequest } from '../server/records/serialize.ts'

export const listAccessRequests: Operation<'listAccessRequests', 'user'> = {
  requires: 'user',
  async run({ actor, db }) {
    const requests =
      actor.user.role === 'admin'
        ? await db.list('accessRequests', 'byBusiness', {
            equals: [actor.business.id, 'waiting'],
            direction: 'descending',
          })
        : await db.list('accessRequests', 'byUser', {
            equals: [actor.user.id],
            direction: 'descending',
          })
    const items = await Promise.all(requests.map((request) => toAccessRequest(request, db)))
    return { status: 200, body: { items, total: items.length } }
  },
}
