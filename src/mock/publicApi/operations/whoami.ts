import type { PublicOperation } from '../operation.ts'
import { toUser } from '../records/users.ts'

/** Returns the user who created the token. Clients call this to test a token. */
export const whoami: PublicOperation<'whoami'> = async ({ caller, db }) => {
  const user = await db.get('users', caller.token.createdById)
  if (!user) throw new Error(`Token ${caller.token.id} has no creator`)
  return { data: { user: toUser(user) } }
}
