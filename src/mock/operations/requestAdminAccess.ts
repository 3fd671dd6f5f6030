import { randomText } from '../domain/random.ts'
import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import { toAccessRequest } from '../server/records/serialize.ts'

export const requestAdminAccess: Operation<'requestAdminAccess', 'user'> = {
  requires: 'user',
  async run({ actor, db, now, randomBytes }) {
    if (actor.user.role === 'admin') {
      throw new Problem('/problems/request-answered', { detail: 'You are already an Admin.' })
    }
    const own = await db.list('accessRequests', 'byUser', { equals: [actor.user.id] })
    const request = own.find(({ status }) => status === 'waiting') ?? {
      id: `req_${randomText(16, randomBytes)}`,
      businessId: actor.business.id,
      userId: actor.user.id,
      status: 'waiting' as const,
      createdAt: now.toISOString(),
    }
    await db.put('accessRequests', request)
    return { status: 201, body: await toAccessRequest(request, db) }
  },
}
