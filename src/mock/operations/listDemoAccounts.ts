import type { Operation } from '../server/operation.ts'

export const listDemoAccounts: Operation<'listDemoAccounts', 'anybody'> = {
  who: 'anybody',
  async run({ offeredAccounts }) {
    const items = offeredAccounts.map((account) => ({ ...account }))
    return { status: 200, body: { items, total: items.length } }
  },
}
