import type { Operation } from '../server/operation.ts'

export const changePlan: Operation<'changePlan', 'admin'> = {
  requires: 'admin',
  async run({ actor, body, db }) {
    // The tokens are not changed. On a plan without API tokens their requests are refused; on a higher plan they work again.
    await db.put('businesses', { ...actor.business, plan: body.plan })
    return { status: 200, body: { plan: body.plan, canChange: true } }
  },
}
