import type { Operation } from '../server/operation.ts'
import { toMember } from '../server/records/serialize.ts'

export const listMembers: Operation<'listMembers', 'user'> = {
  requires: 'user',
  async run({ actor, db }) {
    const users = await db.list('users', 'byBusiness', { equals: [actor.business.id] })
    return { status: 200, body: { items: users.map(toMember), total: users.length } }
  },
}
