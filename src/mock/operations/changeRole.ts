import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/problem.ts'
import { toMember } from '../server/serialize.ts'
import { applyRole } from './applyRole.ts'

export const changeRole: Operation<'changeRole', 'admin'> = {
  requires: 'admin',
  async run({ actor, path, body, db, now }) {
    const user = await db.get('users', path.userId)
    if (user?.businessId !== actor.business.id) throw new Problem('/problems/not-found')
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
