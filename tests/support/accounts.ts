import { demoAccounts, otherAdmin } from '#src/mock/scenarios/demoAccounts.ts'

const [admin, agent, starterAdmin] = demoAccounts

/** The email addresses of the demo accounts. */
export const accounts = {
  admin: admin.email,
  otherAdmin: otherAdmin.email,
  agent: agent.email,
  starterAdmin: starterAdmin.email,
} as const
export type Account = keyof typeof accounts
