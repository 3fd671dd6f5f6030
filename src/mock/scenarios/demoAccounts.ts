import type { DemoAccount } from '../operation.ts'

/** The password of every demo account: published, and the same for everybody. */
export const demoPassword = 'edesk-demo'

/** Who a demo's visitor may log in as. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'admin@example.com', password: demoPassword, role: 'admin', plan: 'professional' },
  { email: 'agent@example.com', password: demoPassword, role: 'agent', plan: 'professional' },
  { email: 'starter-admin@example.com', password: demoPassword, role: 'admin', plan: 'starter' },
]
