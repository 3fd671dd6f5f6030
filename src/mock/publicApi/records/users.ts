import type { components } from '#src/api/generated/schema.ts'

import type { UserRecord } from '../../domain/records.ts'
import type { Reader } from '../../domain/schema.ts'
import type { Key } from '../../storage/port.ts'

/** Converts a user record to the `User` schema of eDesk's API. */
export function toUser({ number, name, email, role }: UserRecord): components['schemas']['User'] {
  return { id: number, name, email, active: true, username: email, role }
}

/** Finds the user of a business by the user's number. */
export async function findUserByNumber(
  db: Reader,
  businessId: string,
  number: Key,
): Promise<UserRecord | undefined> {
  const [user] = await db.list('users', 'byNumber', { equals: [businessId, number] })
  return user
}
