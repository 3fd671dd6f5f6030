import { etagOf } from '../domain/token.ts'
import type { Operation } from '../operation.ts'
import { toToken } from '../serialize.ts'
import { findToken } from './findToken.ts'
import { pauseOne } from './pauseOne.ts'

export const pauseToken: Operation<'pauseToken', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    const after = await pauseOne(db, { actor, now }, token)
    return { status: 200, headers: { ETag: etagOf(after) }, body: await toToken(after, db, now) }
  },
}
