/** The e-mail addresses of the demo accounts. */
export const accounts = {
  admin: 'admin@example.com',
  otherAdmin: 'robin.field@example.com',
  agent: 'agent@example.com',
  starterAdmin: 'starter-admin@example.com',
} as const
export type Account = keyof typeof accounts
