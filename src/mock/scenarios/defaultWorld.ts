import type { UserRecord } from '../domain/records.ts'
import { hashPassword } from '../server/session.ts'
import { demoAccounts, demoPassword, otherAdmin } from './demoAccounts.ts'
import type { Helpdesk } from './helpdeskBuilders.ts'
import { lanternHelpdesk, littleLantern } from './littleLantern.ts'
import { northwindHelpdesk, northwindHome } from './northwindHome.ts'
import { emptySeedData, type SeedData } from './seedData.ts'

/**
 * Creates the demo's default data: a business on the Professional plan with tickets and orders but no token, as in the help
 * article, and a smaller business without that plan.
 *
 * @param now the time that relative times such as "two hours ago" refer to.
 */
export function defaultWorld(now: Date): SeedData {
  return {
    ...emptySeedData(),
    businesses: [
      {
        id: northwindHome,
        name: 'Northwind Home',
        plan: 'professional',
        timeZone: 'Europe/Dublin',
      },
      { id: littleLantern, name: 'Little Lantern', plan: 'starter', timeZone: 'Europe/London' },
    ],
    users: [
      user(1, 'usr_alex', northwindHome, 'Alex Morgan', admin),
      user(2, 'usr_sam', northwindHome, 'Sam Rivera', agent),
      user(3, 'usr_robin', northwindHome, 'Robin Field', otherAdmin),
      user(4, 'usr_noor', northwindHome, 'Noor Haddad', noor),
      user(21, 'usr_sky', littleLantern, 'Sky Bennett', starterAdmin),
    ],
    ...mergeHelpdesks(northwindHelpdesk(now), lanternHelpdesk(now)),
    // New ids start well above the ids of the demo data.
    counters: countedTables.map((id) => ({ id, last: id === 'salesOrders' ? 3000 : 100 })),
  }
}

const [admin, agent, starterAdmin] = demoAccounts
const noor = { email: 'noor.haddad@example.com', role: 'agent' } as const

const countedTables = [
  'salesOrders',
  'orderItems',
  'orderNotes',
  'tickets',
  'messages',
  'tags',
  'templates',
  'contacts',
]

function user(
  number: number,
  id: string,
  businessId: string,
  name: string,
  { email, role }: Pick<UserRecord, 'email' | 'role'>,
): UserRecord {
  const passwordHash = hashPassword(id, demoPassword)
  return { id, businessId, name, email, role, passwordHash, number }
}

function mergeHelpdesks(a: Helpdesk, b: Helpdesk): Helpdesk {
  return {
    channels: [...a.channels, ...b.channels],
    contacts: [...a.contacts, ...b.contacts],
    salesOrders: [...a.salesOrders, ...b.salesOrders],
    orderNotes: [...a.orderNotes, ...b.orderNotes],
    tickets: [...a.tickets, ...b.tickets],
    messages: [...a.messages, ...b.messages],
    tags: [...a.tags, ...b.tags],
    tagGroups: [...a.tagGroups, ...b.tagGroups],
    templates: [...a.templates, ...b.templates],
  }
}
