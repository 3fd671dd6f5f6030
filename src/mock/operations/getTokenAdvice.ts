import { adviceOf } from '../domain/advice.ts'
import type { Operation } from '../server/operation.ts'
import { findToken } from './findToken.ts'

export const getTokenAdvice: Operation<'getTokenAdvice', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await findToken(db, actor, path.tokenId)
    return { status: 200, body: { advice: adviceOf(token, now) ?? null } }
  },
}
