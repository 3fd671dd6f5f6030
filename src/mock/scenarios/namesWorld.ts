import { defaultWorld } from './defaultWorld.ts'
import { recordRequests } from './recordRequests.ts'
import { simulateRequests } from './usagePattern.ts'
import { shipOrder } from './shipments.ts'
import { difficultNames } from './difficultNames.ts'
import { alex, robin, timesBefore, buildDemoToken } from './tokenBuilders.ts'
import { recordHistory } from './recordHistory.ts'
import type { SeedData } from './seedData.ts'

/** A business in which all names are hard to display, except for the Admin's: Alex Morgan. */
export function namesWorld(now: Date): SeedData {
  const { daysAgo } = timesBefore(now)
  const tokens = difficultNames.map(([name, description], index) =>
    buildDemoToken(
      'names',
      {
        name,
        description,
        access: index === 0 ? { sales_orders: 'full_access' } : 'read_only',
        by: index % 2 === 0 ? robin : alex,
      },
      daysAgo(60.83 - 3 * index),
    ),
  )
  const world = withDifficultPeople({ ...defaultWorld(now), tokens })
  const [arabic] = tokens
  recordHistory(world)
  if (!arabic) return world
  const requests = simulateRequests(
    arabic,
    { perDay: 9, weekend: 0.3, hours: [7, 17], from: 20, calls: [['PUT', 'updateSalesOrder']] },
    now,
  )
  recordRequests(world, requests)
  const lastRequest = requests.at(-1)
  if (lastRequest) {
    shipOrder(world, 1001, arabic, new Date(lastRequest.at), {
      carrier: 'البريد السريع',
      code: '\u202EEI987654321RR',
      link: 'https://www.example.com/track/%D8%B7%D8%B1%D8%AF',
    })
  }
  return world
}

const users: Readonly<Record<string, string>> = {
  usr_sam: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen',
  usr_robin: 'רובין שדה',
  usr_noor: 'نور حدّاد',
}

const contacts: Readonly<Record<number, string>> = {
  1: 'مها الراشد',
  2: '\u202ErofakO moT',
  3: '<b>Inês</b> {{ name }}',
  4: '👩‍🚀 Henrik 🧑‍🍳',
  5: 'C̷̢͇l̶̨͑a̸͇͌i̵̭̓r̶̞͂e̷̳̍',
}

const subjects: Readonly<Record<number, string>> = {
  1: 'أين طلبي رقم NW-1001؟',
  2: 'הכתובת בהזמנה NW-1002 שגויה (12 Harbour Street)',
  3: 'Brrrrrr'.repeat(30),
  4: '<img src=x onerror=alert(1)> {{ order }} @:app.title',
}

function withDifficultPeople(world: SeedData): SeedData {
  return {
    ...world,
    users: world.users.map((user) => ({ ...user, name: users[user.id] ?? user.name })),
    contacts: world.contacts.map((contact) => ({
      ...contact,
      full_name: contacts[contact.id] ?? contact.full_name,
    })),
    tickets: world.tickets.map((ticket) => ({
      ...ticket,
      subject: subjects[ticket.id] ?? ticket.subject,
    })),
    messages: world.messages.map((message) => ({
      ...message,
      body: message.ticket_id === 1 ? 'مرحبا، متى يصل طردي رقم NW-1001؟\nشكرا!' : message.body,
    })),
    tags: world.tags.map((tag) => ({ ...tag, name: tag.id === 1 ? 'طرد متأخر' : tag.name })),
  }
}
