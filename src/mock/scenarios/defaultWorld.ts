import type { OrderRecord, Role, TicketRecord, UserRecord } from '../domain/records.ts'
import { hashPassword } from '../session.ts'
import { demoPassword } from './demoAccounts.ts'
import { emptyWorld, type World } from './world.ts'

const homeware = 'biz_northwind'
const lanterns = 'biz_lantern'

/**
 * What the demo begins with: a business on the Professional plan that has tickets and orders and no token yet, as in the help
 * article, and a smaller one without the plan.
 *
 * @param now what "two hours ago" is counted from.
 */
export function defaultWorld(now: Date): World {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
  return {
    ...emptyWorld(),
    businesses: [
      { id: homeware, name: 'Northwind Home', plan: 'professional' },
      { id: lanterns, name: 'Little Lantern', plan: 'starter' },
    ],
    users: [
      user('usr_alex', homeware, 'Alex Morgan', 'admin@example.com', 'admin'),
      user('usr_sam', homeware, 'Sam Rivera', 'agent@example.com', 'agent'),
      user('usr_robin', homeware, 'Robin Field', 'robin.field@example.com', 'admin'),
      user('usr_noor', homeware, 'Noor Haddad', 'noor.haddad@example.com', 'agent'),
      user('usr_sky', lanterns, 'Sky Bennett', 'starter-admin@example.com', 'admin'),
    ],
    orders: orders(),
    tickets: tickets(ago),
  }
}

function user(id: string, businessId: string, name: string, email: string, role: Role): UserRecord {
  return { id, businessId, name, email, role, passwordHash: hashPassword(id, demoPassword) }
}

function orders(): OrderRecord[] {
  const order = (
    id: string,
    number: string,
    status: OrderRecord['status'],
    total: number,
    items: OrderRecord['items'],
    tracking: OrderRecord['tracking'] = [],
  ): OrderRecord => ({
    id,
    businessId: homeware,
    number,
    status,
    total,
    currency: 'EUR',
    items,
    tracking,
  })
  return [
    order('ord_1001', 'NW-1001', 'received', 48.9, [
      { title: 'Oak serving board', sku: 'OAK-BRD-L', quantity: 1 },
      { title: 'Linen napkins, set of four', sku: 'LIN-NAP-4', quantity: 1 },
    ]),
    order('ord_1002', 'NW-1002', 'received', 129, [
      { title: 'Wool throw, rust', sku: 'WOL-THR-RU', quantity: 1 },
    ]),
    order(
      'ord_1003',
      'NW-1003',
      'shipped',
      64.5,
      [{ title: 'Stoneware mug, grey', sku: 'STO-MUG-GR', quantity: 3 }],
      [
        {
          carrier: 'An Post',
          code: 'CE123456785IE',
          link: 'https://www.example.com/track/CE123456785IE',
        },
      ],
    ),
    order('ord_1004', 'NW-1004', 'delivered', 22, [
      { title: 'Beeswax candles, set of six', sku: 'BEE-CAN-6', quantity: 1 },
    ]),
    {
      ...order('ord_2001', 'LL-2001', 'received', 35, [
        { title: 'Paper lantern, white', sku: 'PAP-LAN-W', quantity: 2 },
      ]),
      businessId: lanterns,
    },
  ]
}

function tickets(ago: (hours: number) => string): TicketRecord[] {
  interface Said {
    by: string
    mine?: true
    hoursAgo: number
    text: string
  }
  const ticket = (
    number: number,
    subject: string,
    status: TicketRecord['status'],
    channelName: string,
    orderId: string | null,
    said: [Said, ...Said[]],
    businessId = homeware,
  ): TicketRecord => ({
    id: `tic_${number}`,
    businessId,
    subject,
    status,
    contactName: said[0].by,
    channelName,
    orderId,
    updatedAt: ago(Math.min(...said.map(({ hoursAgo }) => hoursAgo))),
    messages: said.map(({ by, mine, hoursAgo, text }, position) => ({
      id: `msg_${number}_${position + 1}`,
      direction: mine ? 'outgoing' : 'incoming',
      authorName: by,
      body: text,
      createdAt: ago(hoursAgo),
    })),
  })
  return [
    ticket(1, 'Where is my order?', 'open', 'Own shop', 'ord_1001', [
      {
        by: 'Maja Lindqvist',
        hoursAgo: 3,
        text: 'Hello, I ordered a serving board last week.\nCan you tell me when it will arrive?',
      },
    ]),
    ticket(2, 'Wrong address on order NW-1002', 'open', 'Amazon', 'ord_1002', [
      {
        by: 'Tom Okafor',
        hoursAgo: 9,
        text: 'I gave you my old address by mistake. Is it too late to change it?',
      },
      {
        by: 'Sam Rivera',
        mine: true,
        hoursAgo: 7.5,
        text: 'Not at all, Tom. Send us the new one, and we change it before the parcel leaves.',
      },
    ]),
    ticket(3, 'One mug arrived broken', 'pending', 'eBay', 'ord_1003', [
      { by: 'Inês Carvalho', hoursAgo: 30, text: 'Two mugs are lovely, the third has a crack.' },
      {
        by: 'Noor Haddad',
        mine: true,
        hoursAgo: 28,
        text: 'I am sorry to hear that, Inês. A new one is on its way. Keep the cracked one for pencils.',
      },
    ]),
    ticket(4, 'Do the candles come unscented?', 'closed', 'Own shop', 'ord_1004', [
      { by: 'Henrik Vos', hoursAgo: 96, text: 'My partner cannot stand perfume.' },
      {
        by: 'Sam Rivera',
        mine: true,
        hoursAgo: 95,
        text: 'They smell of nothing but a little honey.',
      },
    ]),
    ticket(5, 'Invoice for our office', 'open', 'Own shop', null, [
      {
        by: 'Claire Dubois',
        hoursAgo: 50,
        text: 'Could you send us an invoice with our tax number on it?',
      },
    ]),
    ticket(6, 'A word of thanks', 'closed', 'Amazon', null, [
      { by: 'Ravi Menon', hoursAgo: 200, text: 'The throw is even nicer than in the pictures.' },
    ]),
    ticket(
      21,
      'Are the lanterns safe outdoors?',
      'open',
      'Own shop',
      'ord_2001',
      [{ by: 'Paula Stein', hoursAgo: 5, text: 'It rains a lot here. Will they last?' }],
      lanterns,
    ),
  ]
}
