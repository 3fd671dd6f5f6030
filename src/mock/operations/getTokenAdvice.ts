import { dismissalOf } from '../domain/adviceGroups.ts'
import type { Operation } from '../server/operation.ts'
import { adviceContext, deriveAdvice } from './findAdvice.ts'
import { getOwned } from './getOwned.ts'

export const getTokenAdvice: Operation<'getTokenAdvice', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const advice = await deriveAdvice(token, await adviceContext(db, actor, now))
    const isShown = advice && dismissalOf(token, advice.kind, now) === null
    return { status: 200, body: { advice: isShown ? advice : null } }
  },
}
