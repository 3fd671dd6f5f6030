import type { Operation } from '../server/operation.ts'
import { toSession } from '../server/records/serialize.ts'

export const changeLanguage: Operation<'changeLanguage', 'user'> = {
  requires: 'user',
  async run({ actor, body, db }) {
    const user = { ...actor.user, language: body.language }
    await db.put('users', user)
    return { status: 200, body: toSession({ ...actor, user }) }
  },
}
