import type { UsagePattern } from './usagePattern.ts'
import { alex, robin, type DemoTokenInput } from './tokenBuilders.ts'

/** A token and its history. All times are in days before now. */
export interface Application extends DemoTokenInput {
  createdDaysAgo: number
  /** The `User-Agent` header of its requests. */
  client?: string
  uses?: readonly UsagePattern[]
  /** Lifetime in days; unlimited if omitted. */
  lifetimeDays?: number
  paused?: number
  /** When, and by whom, the token was replaced. Its old key works for a week. */
  replaced?: { ago: number; by: string }
  /** When, and by whom, its name or description was changed. */
  changed?: { ago: number; by: string }
}

const allDay = [0, 24] as const
const officeHours = [7.5, 18] as const

/** The applications that an online shop connects in its first year, newest last. */
export const applications: readonly Application[] = [
  {
    name: 'ShipFast',
    description:
      'Reads paid orders and sends back the tracking code of each parcel that leaves the warehouse, so that agents see where an order is.',
    access: { sales_orders: 'full_access', channels: 'read_only' },
    by: alex,
    client: 'ShipFast/4.2 (+https://shipfast.example)',
    createdDaysAgo: 333.81,
    changed: { ago: 201.83, by: robin },
    uses: [
      {
        perDay: 46,
        weekend: 0.2,
        hours: officeHours,
        calls: [
          ['GET', 'listSalesOrders'],
          ['GET', 'listSalesOrders'],
          ['GET', 'getSalesOrder'],
          ['PUT', 'updateSalesOrder'],
        ],
      },
    ],
  },
  {
    name: 'LedgerLine',
    description:
      'Our accounts. Copies orders and buyers every night. At first it also marked here what was paid.',
    access: { sales_orders: 'full_access', contacts: 'full_access', channels: 'read_only' },
    by: robin,
    client: 'LedgerLine-Sync/12.0.3 Java-http-client/21.0.4',
    createdDaysAgo: 319.79,
    uses: [
      {
        perDay: 20,
        weekend: 0.6,
        hours: [1.5, 1.75],
        calls: [
          ['GET', 'listSalesOrders'],
          ['GET', 'listSalesOrders'],
          ['GET', 'Contacts_List'],
        ],
      },
      {
        perDay: 2,
        weekend: 0,
        hours: [1.75, 1.8],
        from: 88,
        to: 74,
        calls: [['PUT', 'updateSalesOrder']],
      },
    ],
  },
  {
    name: 'Stock levels',
    description:
      'Counts what is sold in all our shops, so that none of them sells the last one twice.',
    access: { sales_orders: 'read_only', channels: 'read_only' },
    by: alex,
    client: 'python-requests/2.32.3',
    replaced: { ago: 1.82, by: robin },
    createdDaysAgo: 298.86,
    uses: [
      {
        perDay: 64,
        weekend: 0.85,
        hours: allDay,
        calls: [
          ['GET', 'listSalesOrders'],
          ['GET', 'listSalesOrders'],
          ['GET', 'listSalesOrders'],
          ['GET', 'listChannels'],
        ],
      },
    ],
  },
  {
    name: 'Review requests',
    description:
      'Asked for a review a week after delivery. Not in use since the summer: the shop asks by itself now.',
    access: { sales_orders: 'read_only', messages: 'full_access', contacts: 'read_only' },
    by: alex,
    client: 'ReviewRequests/1.8 (node-fetch)',
    createdDaysAgo: 269.9,
    changed: { ago: 98.8, by: alex },
    uses: [
      {
        perDay: 16,
        weekend: 0.5,
        hours: [9, 11],
        from: 136,
        to: 103,
        calls: [
          ['GET', 'listSalesOrders'],
          ['GET', 'Contacts_List'],
          ['POST', 'createMessage'],
        ],
      },
    ],
  },
  {
    name: 'Returns portal',
    description:
      'Opens a ticket when a customer registers a return, and notes on the order what is coming back.',
    access: {
      sales_orders: 'read_only',
      sales_orders_notes: 'full_access',
      tickets: 'full_access',
      tag_items: 'read_only',
    },
    by: robin,
    client: 'ReturnsPortal/2.1 GuzzleHttp/7',
    createdDaysAgo: 220.83,
    uses: [
      {
        perDay: 20,
        weekend: 0.6,
        hours: [6, 23],
        calls: [
          ['GET', 'listSalesOrders'],
          ['GET', 'getSalesOrder'],
          ['POST', 'createTicket'],
          ['POST', 'createOrderNote'],
        ],
      },
      { perDay: 1, weekend: 0.5, hours: officeHours, calls: [['GET', 'getSalesOrder', 404]] },
    ],
  },
  {
    name: 'Packing tables',
    description: 'The tablets in the warehouse, where packers look up an order by its number.',
    access: 'read_only',
    by: robin,
    client:
      'Mozilla/5.0 (Linux; Android 14; SM-X510) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    createdDaysAgo: 167.78,
    uses: [
      {
        perDay: 26,
        weekend: 0.1,
        hours: [6.5, 16],
        to: 34,
        calls: [
          ['GET', 'listSalesOrders'],
          ['PUT', 'updateSalesOrder'],
          ['PUT', 'updateSalesOrder'],
          ['PUT', 'updateSalesOrder'],
          ['POST', 'createOrderNote'],
        ],
      },
      // Since the tablets were replaced, they only send updates, and the API refuses them.
      {
        perDay: 18,
        weekend: 0.1,
        hours: [6.5, 16],
        from: 33,
        calls: [
          ['PUT', 'updateSalesOrder'],
          ['POST', 'createOrderNote'],
        ],
      },
    ],
  },
  {
    name: 'Chat on our site',
    description:
      'Answers simple questions about orders. Hands over to an agent, with the whole talk, when it does not know.',
    access: {
      sales_orders: 'read_only',
      tickets: 'full_access',
      messages: 'full_access',
      templates: 'read_only',
      contacts: 'read_only',
    },
    by: alex,
    client: 'axios/1.7.7',
    createdDaysAgo: 131.88,
    changed: { ago: 61.9, by: alex },
    uses: [
      {
        perDay: 52,
        weekend: 0.7,
        hours: [7, 23.5],
        calls: [
          ['GET', 'listSalesOrders'],
          ['GET', 'getSalesOrder'],
          ['GET', 'Contacts_List'],
          ['GET', 'listTemplates'],
          ['POST', 'createMessage'],
          ['POST', 'createMessage'],
        ],
      },
    ],
  },
  {
    name: 'Reply drafts (trial)',
    description: 'Suggests answers to agents. A trial for three months.',
    access: { tickets: 'read_only', messages: 'full_access', templates: 'read_only' },
    by: alex,
    client: 'reply-drafts/0.3 (python-httpx/0.27.2)',
    createdDaysAgo: 104.8,
    lifetimeDays: 90,
    uses: [
      {
        perDay: 18,
        weekend: 0.1,
        hours: officeHours,
        to: 15,
        calls: [
          ['GET', 'listTickets'],
          ['GET', 'getTicket'],
          ['POST', 'createMessage'],
        ],
      },
      { perDay: 2, weekend: 0, hours: officeHours, from: 13, calls: [['GET', 'listTickets']] },
    ],
  },
  {
    name: 'Morning report',
    description: 'Counts the tickets and orders of the day before.\nTo be renewed every 90 days.',
    access: 'read_only',
    by: alex,
    client: 'Google-Apps-Script',
    createdDaysAgo: 84.75,
    lifetimeDays: 90,
    uses: [
      {
        perDay: 8,
        weekend: 0,
        hours: [6, 6.1],
        calls: [
          ['GET', 'listTickets'],
          ['GET', 'listSalesOrders'],
          ['GET', 'listTags'],
          ['GET', 'listUsers'],
        ],
      },
    ],
  },
  {
    name: 'Nightly backup',
    description: 'Keeps a copy of tickets, messages, orders and templates outside of eDesk.',
    access: 'read_only',
    by: robin,
    client: 'curl/8.5.0',
    createdDaysAgo: 60.9,
    uses: [
      {
        perDay: 30,
        weekend: 0.9,
        hours: [3, 3.2],
        calls: [
          ['GET', 'listTickets'],
          ['GET', 'getMessage'],
          ['GET', 'listSalesOrders'],
          ['GET', 'listTemplates'],
          ['GET', 'listOrderNotes'],
        ],
      },
    ],
  },
  {
    name: 'Shop automations',
    description:
      'Our own rules, such as tagging late parcels. Paused until their author has fixed the one that sends wrong fields.',
    access: 'full_access',
    by: alex,
    client: 'n8n/1.68.0',
    createdDaysAgo: 31.82,
    paused: 0.78,
    changed: { ago: 0.78, by: robin },
    uses: [
      {
        perDay: 30,
        weekend: 0.4,
        hours: allDay,
        calls: [
          ['GET', 'listTickets'],
          ['PUT', 'updateTicketData'],
          ['PUT', 'updateTicket', 400],
          ['POST', 'createTag', 400],
        ],
      },
    ],
  },
  {
    name: 'Wedding gift lists',
    description: 'For the agency that builds gift lists into our shop. They begin in spring.',
    access: 'full_access',
    by: robin,
    createdDaysAgo: 5.85,
  },
]
