import type { Role, UserRecord } from '../domain/records.ts'
import { hashPassword } from '../session.ts'
import { demoPassword } from './demoAccounts.ts'
import { lanternHelpdesk, littleLantern } from './littleLantern.ts'
import { northwindHelpdesk, northwindHome } from './northwindHome.ts'
import { emptyWorld, type World } from './world.ts'

/** What a business has in its helpdesk. */
export type Helpdesk = Pick<
  World,
  | 'channels'
  | 'contacts'
  | 'salesOrders'
  | 'orderNotes'
  | 'tickets'
  | 'messages'
  | 'tags'
  | 'tagGroups'
  | 'templates'
>

/**
 * What the demo begins with: a business on the Professional plan that has tickets and orders and no token yet, as in the help
 * article, and a smaller one without the plan.
 *
 * @param now what "two hours ago" is counted from.
 */
export function defaultWorld(now: Date): World {
  return {
    ...emptyWorld(),
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
      user(1, 'usr_alex', northwindHome, 'Alex Morgan', 'admin@example.com', 'admin'),
      user(2, 'usr_sam', northwindHome, 'Sam Rivera', 'agent@example.com', 'agent'),
      user(3, 'usr_robin', northwindHome, 'Robin Field', 'robin.field@example.com', 'admin'),
      user(4, 'usr_noor', northwindHome, 'Noor Haddad', 'noor.haddad@example.com', 'agent'),
      user(21, 'usr_sky', littleLantern, 'Sky Bennett', 'starter-admin@example.com', 'admin'),
    ],
    ...joined(northwindHelpdesk(now), lanternHelpdesk(now)),
    // New numbers begin well above those that are given away here.
    counters: numbered.map((id) => ({ id, last: id === 'salesOrders' ? 3000 : 100 })),
  }
}

const numbered = [
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
  email: string,
  role: Role,
): UserRecord {
  const passwordHash = hashPassword(id, demoPassword)
  return { id, businessId, name, email, role, passwordHash, number }
}

function joined(one: Helpdesk, other: Helpdesk): Helpdesk {
  return {
    channels: [...one.channels, ...other.channels],
    contacts: [...one.contacts, ...other.contacts],
    salesOrders: [...one.salesOrders, ...other.salesOrders],
    orderNotes: [...one.orderNotes, ...other.orderNotes],
    tickets: [...one.tickets, ...other.tickets],
    messages: [...one.messages, ...other.messages],
    tags: [...one.tags, ...other.tags],
    tagGroups: [...one.tagGroups, ...other.tagGroups],
    templates: [...one.templates, ...other.templates],
  }
}
