import { afterWrongPassword, secondsUntilAttempt } from '../domain/logInLimit.ts'
import type { Writer } from '../domain/schema.ts'
import { sha256 } from '../domain/sha256.ts'
import type { Operation } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import { toSession } from '../server/records/serialize.ts'
import { beginSession, hashPassword } from '../server/session.ts'

/** How many old records a wrong password removes, so that attempts with made-up addresses do not fill the storage. */
const removedAtOnce = 10

/**
 * An unknown email address is rejected like a wrong password, after the same work and with the same limit, so that nobody can
 * find out which users exist.
 */
export const logIn: Operation<'logIn', 'anybody'> = {
  requires: 'anybody',
  async run({ body, actor, db, now, randomBytes }) {
    const email = body.email.trim().toLowerCase()
    const attemptsId = sha256(email)
    const attempts = await db.get('logInAttempts', attemptsId)
    const seconds = secondsUntilAttempt(attempts?.forgottenAt, now)
    if (seconds > 0) {
      const headers = { 'Retry-After': String(seconds) }
      throw new Problem('/problems/too-many-attempts', { headers })
    }
    const [user] = await db.list('users', 'byEmail', { equals: [email] })
    const business = await db.get('businesses', user?.businessId ?? '')
    const passwordHash = hashPassword(user?.id ?? 'unknown', body.password)
    if (!user || !business || user.passwordHash !== passwordHash) {
      await removeForgotten(db, now)
      const forgottenAt = afterWrongPassword(attempts?.forgottenAt, now)
      await db.put('logInAttempts', { id: attemptsId, forgottenAt })
      // Returned, not thrown, so that the attempt is stored.
      return new Problem('/problems/wrong-credentials')
    }
    if (attempts) await db.delete('logInAttempts', attemptsId)
    if (actor) await db.delete('sessions', actor.sessionId)
    const cookie = await beginSession(db, user.id, now, randomBytes)
    return {
      status: 201,
      headers: { 'Set-Cookie': cookie },
      body: toSession({ user, business }),
    }
  },
}

async function removeForgotten(db: Writer, now: Date): Promise<void> {
  const range = { equals: [], to: now.toISOString(), limit: removedAtOnce }
  for (const { id } of await db.list('logInAttempts', 'byEnd', range)) {
    await db.delete('logInAttempts', id)
  }
}
