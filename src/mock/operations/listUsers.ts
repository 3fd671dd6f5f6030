import type { Operation } from '../operation.ts'
import { toUser } from '../serialize.ts'

export const listUsers: Operation<'listUsers', 'user'> = {
  who: 'user',
  async run({ actor, db }) {
    const users = await db.list('users', 'byBusiness', { equals: [actor.business.id] })
    return { status: 200, body: { items: users.map(toUser), total: users.length } }
  },
}
