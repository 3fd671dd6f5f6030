import type { Operation } from '../server/operation.ts'

export const getPlan: Operation<'getPlan', 'user'> = {
  requires: 'user',
  async run({ actor }) {
    const canChange = actor.user.role === 'admin'
    return { status: 200, body: { plan: actor.business.plan, canChange } }
  },
}
