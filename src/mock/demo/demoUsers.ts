import { sha256 } from '../domain/sha256.ts'
import type { UserRecord } from '../domain/records.ts'
import type { Scenario } from './scenarios.ts'
import { people } from './demoLink.ts'
import type { DemoContext } from './demoContext.ts'

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

/** Finds the user of a session cookie. */
export async function userOf(
  { storage }: DemoContext,
  cookie: string | undefined,
): Promise<UserRecord | undefined> {
  if (!cookie) return undefined
  return storage.read(async (db) => {
    const session = await db.get('sessions', sha256(cookie))
    return session && db.get('users', session.userId)
  })
}
