import type { Operation } from '../server/operation.ts'
import { countWorkingTokens } from './countWorkingTokens.ts'

export const getPlan: Operation<'getPlan', 'user'> = {
  requires: 'user',
  async run({ actor, db, now }) {
    const canChange = actor.user.role === 'admin'
    const tokens = await countWorkingTokens(db, actor, now)
    return { status: 200, body: { plan: actor.business.plan, canChange, tokens } }
  },
}
