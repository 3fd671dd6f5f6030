import type { RandomBytes } from '../domain/random.ts'
import type { UserRecord } from '../domain/records.ts'
import type { Reader, Storage, Writer } from '../domain/schema.ts'
import { beginSession, findActor, sessionCookie, sessionLifetimeMs } from '../server/session.ts'
import { currentTime, type DemoContext, type DemoEnvironment } from './demoContext.ts'
import { people } from './demoLink.ts'
import type { Scenario } from './scenarios.ts'

/**
 * Returns the email of a user in a scenario.
 *
 * @param as a role or an email.
 * @throws Error if the scenario has no user with that role.
 */
export function emailOf({ accounts, name }: Scenario, as: string): string {
  if (as.includes('@')) return as
  if (as === 'admin') return accounts.admin
  if (as !== 'agent') {
    throw new Error(`Unknown user “${as}”. Use ${people.join(', ')} or an email.`)
  }
  if (accounts.agent === null) throw new Error(`The scenario ${name} has no Agent.`)
  return accounts.agent
}

/** Returns the user of a session cookie; undefined if the session has ended. */
export async function sessionUserOf(
  context: DemoContext,
  environment: DemoEnvironment,
  cookie: string | undefined,
): Promise<UserRecord | undefined> {
  const now = currentTime(context, environment)
  const actor = await context.storage.read((db) => findActor(db, cookie, now))
  return actor?.user
}

/** No user has an email. The error lists the users. */
export class UnknownUserError extends Error {
  readonly emails: readonly string[]

  constructor(email: string, emails: readonly string[]) {
    super(`No user has the email ${email}. The users: ${emails.join(', ')}.`)
    this.emails = emails
  }
}

/**
 * Logs a user in without a password.
 *
 * @returns the `Set-Cookie` header of the session.
 * @throws UnknownUserError if no user has the email.
 */
export function logInAs(
  storage: Storage,
  email: string,
  now: Date,
  randomBytes: RandomBytes,
): Promise<string> {
  return storage.write(async (db) => {
    const user = await findUserByEmail(db, email)
    if (!user) {
      const emails = (await db.all('users')).map((known) => known.email)
      throw new UnknownUserError(email, emails)
    }
    return beginSession(db, user.id, now, randomBytes)
  })
}

/** Extends a session, so that a change of the demo's clock does not end it. */
export async function renewSession(db: Writer, id: string, now: Date): Promise<void> {
  const session = await db.get('sessions', id)
  if (!session) return
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs).toISOString()
  await db.put('sessions', { ...session, expiresAt })
}

/** Returns the session cookie's value in a `Set-Cookie` header; empty if the header deletes the cookie. */
export function cookieValue(header: string): string | undefined {
  return new RegExp(`^${sessionCookie}=(\\w*)`).exec(header)?.[1]
}

async function findUserByEmail(db: Reader, email: string) {
  const [user] = await db.list('users', 'byEmail', { equals: [email.toLowerCase()] })
  return user
}
