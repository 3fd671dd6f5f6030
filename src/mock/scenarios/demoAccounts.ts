import type { OfferedAccount } from '../server/operation.ts'

/** The password of all demo accounts. It is public. */
export const demoPassword = 'edesk-demo'

/** The accounts that the login page of a demo offers. `defaultWorld.ts` has their names and all other users. */
export const demoAccounts = [
  { email: 'admin@example.com', password: demoPassword, role: 'admin', plan: 'professional' },
  { email: 'agent@example.com', password: demoPassword, role: 'agent', plan: 'professional' },
  { email: 'starter-admin@example.com', password: demoPassword, role: 'admin', plan: 'starter' },
] as const satisfies readonly OfferedAccount[]

/** The second Admin of the first business. The login page does not offer the account. */
export const otherAdmin = { email: 'robin.field@example.com', role: 'admin' } as const
