import type { Role, UserRecord } from './records.ts'

/**
 * Whether a user is the last Admin of their business and would lose the role. Then nobody could manage the business. An Admin may
 * give up their own role while there is another Admin.
 *
 * @param users all users of the business.
 */
export function takesLastAdmin(
  user: Pick<UserRecord, 'id'>,
  role: Role,
  users: readonly Pick<UserRecord, 'id' | 'role'>[],
): boolean {
  return role !== 'admin' && users.every((other) => other.role !== 'admin' || other.id === user.id)
}
