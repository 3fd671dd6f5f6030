import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/problem.ts'
import { applyRole } from './applyRole.ts'
import { toAccessRequest } from '../server/serialize.ts'

export const answerAccessRequest: Operation<'answerAccessRequest', 'admin'> = {
  requires: 'admin',
  async run({ actor, path, body, db, now }) {
    const request = await db.get('accessRequests', path.requestId)
    if (!request || request.businessId !== actor.business.id) {
      throw new Problem('/problems/not-found')
    }
    if (request.status !== 'waiting') throw new Problem('/problems/request-answered')
    const answered = { ...request, status: body.status }
    await db.put('accessRequests', answered)
    const user = await db.get('users', request.userId)
    if (user && body.status === 'granted') await applyRole(db, { actor, now }, user, 'admin')
    return { status: 200, body: await toAccessRequest(answered, db) }
  },
}
