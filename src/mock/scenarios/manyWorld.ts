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
import type { AskedRequest, Call } from './requestBuilders.ts'
import { requestsOf } from './rhythm.ts'
import { alex, robin, timesBefore, tokenOf, type WantedAccess } from './tokenBuilders.ts'
import type { World } from './world.ts'

const wanted = 10_000

/** What an application does, the access that it needs for it, and what it asks for. */
interface Job {
  name: string
  description: string
  access: WantedAccess
  call: Call
}

const jobs: readonly Job[] = [
  {
    name: 'Stock levels',
    description: 'Counts what is sold.',
    access: { sales_orders: 'read_only', channels: 'read_only' },
    call: ['GET', 'listSalesOrders'],
  },
  {
    name: 'Parcel labels',
    description: 'Prints the labels of paid orders.',
    access: { sales_orders: 'read_only' },
    call: ['GET', 'getSalesOrder'],
  },
  {
    name: 'Tracking codes',
    description: 'Sends the codes of parcels that left.',
    access: { sales_orders: 'full_access' },
    call: ['PUT', 'updateSalesOrder'],
  },
  {
    name: 'Returns',
    description: 'Notes what comes back.',
    access: { sales_orders_notes: 'full_access' },
    call: ['POST', 'createOrderNote'],
  },
  {
    name: 'Sales figures',
    description: 'Adds up the orders of each day.',
    access: 'read_only',
    call: ['GET', 'listSalesOrders'],
  },
  {
    name: 'Invoices',
    description: 'Writes them for paid orders.',
    access: { sales_orders: 'read_only', contacts: 'read_only' },
    call: ['GET', 'getSalesOrder'],
  },
  {
    name: 'Questions',
    description: 'Makes a ticket of what is asked.',
    access: { tickets: 'full_access', contacts: 'read_only' },
    call: ['POST', 'createTicket'],
  },
  {
    name: 'Replies',
    description: 'Suggests answers.',
    access: { messages: 'full_access', templates: 'read_only' },
    call: ['POST', 'createMessage'],
  },
  {
    name: 'Backup',
    description: 'Keeps a copy of everything.',
    access: 'read_only',
    call: ['GET', 'listTickets'],
  },
  {
    name: 'Late parcels',
    description: 'Tags the tickets of late parcels.',
    access: { tickets: 'full_access', tag_items: 'read_only' },
    call: ['PUT', 'updateTicketData'],
  },
  {
    name: 'Staff',
    description: 'Compares users with the rota.',
    access: { users: 'read_only' },
    call: ['GET', 'listUsers'],
  },
  {
    name: 'All in one',
    description: 'Does what the old system did.',
    access: 'full_access',
    call: ['GET', 'listSalesOrders'],
  },
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

/** Of the tokens with an end: how many days they live. As the oldest are older than that, every one is somewhere in its life. */
const lives = [90, 365, 730]

/**
 * A business with ten thousand tokens: one in four has an end, and one in fifty is paused. One in a hundred is used every day, one
 * in sixteen was once, and nobody has used the others.
 */
export function manyWorld(now: Date): World {
  const { secondsAgo } = timesBefore(now)
  const world = defaultWorld(now)
  const endings = new Set<string>()
  const models = jobs.map(({ name, description, access }) =>
    tokenOf('many', { name, description, access, by: alex }, now),
  )
  const asked: AskedRequest[] = []
  for (const [index, { name, job }] of combinations().entries()) {
    if (world.tokens.length === wanted) break
    const model = models[job]
    const call = jobs[job]?.call
    const key = keyOf('many', name)
    const ending = keyEnding(key)
    // A key whose last characters another key has would not have been given away.
    if (!model || !call || endings.has(ending)) continue
    endings.add(ending)
    const age = 5_000 + index * 7_777 + ((index * 977) % 5_000)
    const by = index % 3 === 0 ? robin : alex
    const made = tokenLike(model, { name, key, by, at: secondsAgo(age) })
    const token = withLife(made, { index, age, secondsAgo })
    const requests = requestsWith(token, { number: world.tokens.length, age, call }, now)
    world.tokens.push(requests.length > 0 ? usedBefore(token, requests) : token)
    asked.push(...requests)
  }
  recordRequests(world, asked)
  // The newest: what was done to all of them would take longer to write down than anybody waits for a demo.
  recordHistory(world, world.tokens.slice(0, 200))
  return world
}

/** What was asked for with a token: day by day these days, or once at any time of its life, or nothing. */
function requestsWith(
  token: TokenRecord,
  { number, age, call }: { number: number; age: number; call: Call },
  now: Date,
): AskedRequest[] {
  if (number % 100 === 0) {
    const rhythm = { perDay: 5, weekend: 0.4, hours: [0, 24] as const, from: 3, calls: [call] }
    return requestsOf(token, rhythm, now)
  }
  if (number % 16 !== 0) return []
  const at = timesBefore(now).secondsAgo((age * (number % 97)) / 97)
  return [{ token, at: at.getTime(), call, milliseconds: 12 }]
}

/** The token as it was some days before it was asked with: in use as ever, so that this does not come after long silence. */
function usedBefore(token: TokenRecord, requests: readonly AskedRequest[]): TokenRecord {
  const first = Math.min(...requests.map(({ at }) => at))
  const time = new Date(first - 4 * 86_400_000).toISOString()
  const lastUsedAt = time < token.createdAt ? token.createdAt : time
  return { ...token, lastUsedAt, lastAnsweredAt: lastUsedAt }
}

/** The token with an end, or paused, where it is its turn. */
function withLife(
  token: TokenRecord,
  { index, age, secondsAgo }: { index: number; age: number; secondsAgo: (age: number) => Date },
): TokenRecord {
  const life = index % 4 === 1 ? lives[Math.floor(index / 4) % lives.length] : undefined
  const expiresAt = life ? secondsAgo(age - life * 86_400).toISOString() : null
  if (index % 50 !== 7) return { ...token, expiresAt }
  // Within the last weeks, and after it was made.
  const pausedAt = secondsAgo(Math.min(age / 2, (index % 97) * 20_000)).toISOString()
  const updatedById = token.createdById === robin ? alex : robin
  return { ...token, expiresAt, pausedAt, updatedAt: pausedAt, updatedById, version: 2 }
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
    return { name: `${jobs[job]?.name ?? ''}, ${place} ${system}`, job }
  })
}
