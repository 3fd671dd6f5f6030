import type { Role, UserRecord } from '../domain/records.ts'
import { takesLastAdmin } from '../domain/roles.ts'
import type { Writer } from '../domain/schema.ts'
import type { Actor } from '../server/operation.ts'
import { Problem } from '../server/errors/problem.ts'
import { recordRoleChange } from '../server/records/recordActivity.ts'

/**
 * Gives a user a role, and records it. Does nothing if the user has it.
 *
 * @throws Problem `last-admin` if the business would have no Admin.
 */
export async function applyRole(
  db: Writer,
  by: { actor: Actor; now: Date },
  user: UserRecord,
  role: Role,
): Promise<UserRecord> {
  if (user.role === role) return user
  const users = await db.list('users', 'byBusiness', { equals: [user.businessId] })
  if (takesLastAdmin(user, role, users)) throw new Problem('/problems/last-admin')
  const after = { ...user, role }
  await db.put('users', after)
  await recordRoleChange(db, by, user, after)
  return after
}
