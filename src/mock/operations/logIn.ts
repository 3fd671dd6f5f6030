import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/problem.ts'
import { toSession } from '../server/serialize.ts'
import { beginSession, hashPassword } from '../server/session.ts'

export const logIn: Operation<'logIn', 'anybody'> = {
  requires: 'anybody',
  async run({ body, actor, db, now, randomBytes }) {
    const email = body.email.trim().toLowerCase()
    const [user] = await db.list('users', 'byEmail', { equals: [email] })
    const business = user && (await db.get('businesses', user.businessId))
    // Reject an unknown e-mail address like a wrong password, so that nobody can find out which users exist.
    if (!user || !business || user.passwordHash !== hashPassword(user.id, body.password)) {
      throw new Problem('/problems/wrong-credentials')
    }
    if (actor) await db.delete('sessions', actor.sessionId)
    const cookie = await beginSession(db, user.id, now, randomBytes)
    return {
      status: 201,
      headers: { 'Set-Cookie': cookie },
      body: toSession({ user, business }),
    }
  },
}
