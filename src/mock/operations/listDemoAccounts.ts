import type { Operation } from '../server/operation.ts'

export const listDemoAccounts: Operation<'listDemoAccounts', 'anybody'> = {
  requires: 'anybody',
  async run({ offeredAccounts }) {
    const items = offeredAccounts.map((account) => ({ ...account }))
    return { status: 200, body: { items, total: items.length } }
  },
}
