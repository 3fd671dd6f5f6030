import type { Operation } from '../server/operation.ts'
import { clearedSessionCookie } from '../server/session.ts'

export const logOut: Operation<'logOut', 'anybody'> = {
  requires: 'anybody',
  async run({ actor, db }) {
    if (actor) await db.delete('sessions', actor.sessionId)
    return { status: 204, headers: { 'Set-Cookie': clearedSessionCookie } }
  },
}
