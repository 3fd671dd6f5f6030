import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import { getOwned } from './getOwned.ts'
import { applyRole } from './applyRole.ts'
import { toAccessRequest } from '../server/records/serialize.ts'

export const answerAccessRequest: Operation<'answerAccessRequest', 'admin'> = {
  requires: 'admin',
  async run({ actor, path, body, db, now }) {
    const request = await getOwned(db, 'accessRequests', actor, path.requestId)
    if (request.status !== 'waiting') throw new Problem('/problems/request-answered')
    const answered = { ...request, status: body.status }
    await db.put('accessRequests', answered)
    const user = await db.get('users', request.userId)
    if (user && body.status === 'granted') await applyRole(db, { actor, now }, user, 'admin')
    return { status: 200, body: await toAccessRequest(answered, db) }
  },
}
