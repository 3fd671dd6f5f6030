import { keyEnding } from '#src/api/keyFormat.ts'

import { nameKey } from '../domain/names.ts'
import { fullQuota } from '../domain/rateLimit.ts'
import type { TokenRecord } from '../domain/records.ts'
import { hashKey } from '../domain/tokenKey.ts'
import { defaultWorld } from './defaultWorld.ts'
import { idOf } from './demoIds.ts'
import { keyOf } from './demoKeys.ts'
import { recordHistory } from './recordHistory.ts'
import { recordRequests } from './recordRequests.ts'
import { requestsOf } from './rhythm.ts'
import { alex, robin, timesBefore, tokenOf, type WantedAccess } from './tokenBuilders.ts'
import type { World } from './world.ts'

const wanted = 10_000

/** What applications do, and the access that they need for it. */
const jobs: readonly (readonly [name: string, description: string, access: WantedAccess])[] = [
  ['Stock levels', 'Counts what is sold.', { sales_orders: 'read_only', channels: 'read_only' }],
  ['Parcel labels', 'Prints the labels of paid orders.', { sales_orders: 'read_only' }],
  ['Tracking codes', 'Sends the codes of parcels that left.', { sales_orders: 'full_access' }],
  ['Returns', 'Notes what comes back.', { sales_orders_notes: 'full_access' }],
  ['Sales figures', 'Adds up the orders of each day.', 'read_only'],
  [
    'Invoices',
    'Writes them for paid orders.',
    { sales_orders: 'read_only', contacts: 'read_only' },
  ],
  [
    'Questions',
    'Makes a ticket of what is asked.',
    { tickets: 'full_access', contacts: 'read_only' },
  ],
  ['Replies', 'Suggests answers.', { messages: 'full_access', templates: 'read_only' }],
  ['Backup', 'Keeps a copy of everything.', 'read_only'],
  [
    'Late parcels',
    'Tags the tickets of late parcels.',
    { tickets: 'full_access', tag_items: 'read_only' },
  ],
  ['Staff', 'Compares users with the rota.', { users: 'read_only' }],
  ['All in one', 'Does what the old system did.', 'full_access'],
]

const systems = [
  'till',
  'web shop',
  'warehouse',
  'showroom',
  'outlet',
  'market stall',
  'returns desk',
  'call centre',
  'workshop',
  'van',
  'pop-up shop',
  'trade counter',
  'café',
  'depot',
]

const places =
  'Antrim Armagh Arklow Athlone Athy Ballina Balbriggan Bandon Bangor Bantry Belfast Bray Buncrana Cahir Carlow Cashel Castlebar Cavan Clifden Clonmel Cobh Cork Derry Dingle Donegal Drogheda Dublin Dundalk Dungarvan Ennis Enniskillen Galway Gorey Kells Kenmare Kildare Kilkenny Killarney Kinsale Larne Letterkenny Limerick Lisburn Listowel Longford Mallow Monaghan Mullingar Naas Navan Nenagh Newry Omagh Roscommon Sligo Swords Tralee Trim Tuam Waterford Wexford Youghal'.split(
    ' ',
  )

/** A business with ten thousand tokens, of which one in a hundred has been used these days. */
export function manyWorld(now: Date): World {
  const { secondsAgo } = timesBefore(now)
  const world = defaultWorld(now)
  const endings = new Set<string>()
  const models = jobs.map(([name, description, access]) =>
    tokenOf('many', { name, description, access, by: alex }, now),
  )
  for (const [index, { name, job }] of combinations().entries()) {
    if (world.tokens.length === wanted) break
    const model = models[job]
    const key = keyOf('many', name)
    const ending = keyEnding(key)
    // A key whose last characters another key has would not have been given away.
    if (!model || endings.has(ending)) continue
    endings.add(ending)
    const at = secondsAgo(5_000 + index * 7_777 + ((index * 977) % 5_000))
    const by = index % 3 === 0 ? robin : alex
    world.tokens.push(tokenLike(model, { name, key, by, at }))
  }
  recordRequests(
    world,
    world.tokens
      .filter((_token, index) => index % 100 === 0)
      .flatMap((token) =>
        requestsOf(
          token,
          {
            perDay: 5,
            weekend: 0.4,
            hours: [0, 24],
            from: 3,
            calls: [
              ['GET', 'listSalesOrders'],
              ['GET', 'listTickets'],
            ],
          },
          now,
        ),
      ),
  )
  // The newest: what was done to all of them would take longer to write down than anybody waits for a demo.
  recordHistory(world, world.tokens.slice(0, 200))
  return world
}

/** Another token with the access of one that was made by the rules: these take too long to be asked ten thousand times. */
function tokenLike(
  model: TokenRecord,
  { name, key, by, at }: { name: string; key: string; by: string; at: Date },
): TokenRecord {
  const time = at.toISOString()
  return {
    ...model,
    id: idOf('many', name),
    name,
    nameKey: nameKey(name),
    keyHash: hashKey(key),
    keyEnding: keyEnding(key),
    createdAt: time,
    createdById: by,
    updatedAt: time,
    updatedById: by,
    quota: fullQuota(at),
  }
}

/** More names than are needed, and not in the order of any of their parts. */
function combinations(): { name: string; job: number }[] {
  const count = jobs.length * systems.length * places.length
  return Array.from({ length: count }, (_, index) => {
    // It shares no factor with the count, so that each combination comes once.
    const number = (index * 5_003) % count
    const job = number % jobs.length
    const rest = Math.floor(number / jobs.length)
    const system = systems[rest % systems.length] ?? ''
    const place = places[Math.floor(rest / systems.length)] ?? ''
    return { name: `${jobs[job]?.[0] ?? ''}, ${place} ${system}`, job }
  })
}
