import type { Operation } from '../server/operation.ts'
import { countWorkingTokens } from './countWorkingTokens.ts'

export const changePlan: Operation<'changePlan', 'admin'> = {
  requires: 'admin',
  async run({ actor, body, db, now }) {
    // The tokens are not changed. On a plan without API tokens their requests are refused; on a higher plan they work again.
    const business = { ...actor.business, plan: body.plan }
    await db.put('businesses', business)
    const tokens = await countWorkingTokens(db, { ...actor, business }, now)
    return { status: 200, body: { plan: body.plan, canChange: true, tokens } }
  },
}
