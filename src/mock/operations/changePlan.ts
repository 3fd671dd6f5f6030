import type { Operation } from '../operation.ts'

export const changePlan: Operation<'changePlan', 'admin'> = {
  who: 'admin',
  async run({ actor, body, db }) {
    // The tokens stay as they are: below the Professional plan they are refused, above it they work again.
    await db.put('businesses', { ...actor.business, plan: body.plan })
    return { status: 200, body: { plan: body.plan, canChange: true } }
  },
}
