import { sha256 } from '../domain/sha256.ts'
import type { UserRecord } from '../domain/records.ts'
import type { Scenario } from '../scenarios/catalogue.ts'
import { people } from './link.ts'
import type { Place } from './place.ts'

/**
 * The e-mail of somebody in a scenario.
 *
 * @param as a role or an e-mail.
 * @throws Error where the scenario has nobody in that role.
 */
export function emailOf({ accounts, name }: Scenario, as: string): string {
  if (as.includes('@')) return as
  if (as === 'admin') return accounts.admin
  if (as !== 'agent') {
    throw new Error(`“${as}” is nobody. There are ${people.join(', ')}, and every e-mail.`)
  }
  if (accounts.agent === null) throw new Error(`There is no Agent in the scenario ${name}.`)
  return accounts.agent
}

/** Who a session cookie belongs to. */
export async function userOf(
  { storage }: Place,
  cookie: string | undefined,
): Promise<UserRecord | undefined> {
  if (!cookie) return undefined
  return storage.read(async (db) => {
    const session = await db.get('sessions', sha256(cookie))
    return session && db.get('users', session.userId)
  })
}
