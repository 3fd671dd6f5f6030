import type { Operation } from '../server/operation.ts'

export const getPlan: Operation<'getPlan', 'user'> = {
  who: 'user',
  async run({ actor }) {
    const canChange = actor.user.role === 'admin'
    return { status: 200, body: { plan: actor.business.plan, canChange } }
  },
}
