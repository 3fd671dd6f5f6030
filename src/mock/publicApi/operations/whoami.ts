import type { PublicOperation } from '../operation.ts'
import { toUser } from '../users.ts'

/** The user who made the token: what clients call to test it. */
export const whoami: PublicOperation<'whoami'> = async ({ caller, db }) => {
  const user = await db.get('users', caller.token.createdById)
  if (!user) throw new Error(`Token ${caller.token.id} was made by nobody`)
  return { data: { user: toUser(user) } }
}
