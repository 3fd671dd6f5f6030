import type { Operation } from '../server/operation.ts'
import { toMember } from '../server/records/serialize.ts'
import { getOwned } from './getOwned.ts'
import { applyRole } from './applyRole.ts'

export const changeRole: Operation<'changeRole', 'admin'> = {
  requires: 'admin',
  async run({ actor, path, body, db, now }) {
    const user = await getOwned(db, 'users', actor, path.userId)
    const after = await applyRole(db, { actor, now }, user, body.role)
    if (after.role === 'admin') {
      const requests = await db.list('accessRequests', 'byUser', { equals: [user.id] })
      for (const request of requests.filter(({ status }) => status === 'waiting')) {
        await db.put('accessRequests', { ...request, status: 'granted' })
      }
    }
    return { status: 200, body: toMember(after) }
  },
}
