import type { TokenRecord } from '../domain/records.ts'
import type { Actor } from '../server/operation.ts'
import { Problem } from '../server/problem.ts'
import type { Reader } from '../domain/schema.ts'

/**
 * Returns the business's token with this id.
 *
 * @throws Problem `not-found`, both for an unknown id and for a token of another business.
 */
export async function findToken(db: Reader, actor: Actor, tokenId: string): Promise<TokenRecord> {
  const token = await db.get('tokens', tokenId)
  if (!token || token.businessId !== actor.business.id) throw new Problem('/problems/not-found')
  return token
}
