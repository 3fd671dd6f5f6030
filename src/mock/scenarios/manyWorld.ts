import { keyEnding } from '#src/shared/keyFormat.ts'
import { msPerDay } from '#src/shared/time.ts'
import { nameKey } from '#src/shared/nameKey.ts'

import { fullQuota } from '../domain/rateLimit.ts'
import type { TokenRecord } from '../domain/records.ts'
import { hashKey } from '../domain/tokenKey.ts'
import { defaultWorld } from './defaultWorld.ts'
import { demoTokenId } from './demoIds.ts'
import { keyOf } from './demoKeys.ts'
import { lazyProperty } from './lazyProperty.ts'
import { recordHistory } from './recordHistory.ts'
import { recordRequests } from './recordRequests.ts'
import type { SimulatedRequest, Call } from './simulatedRequest.ts'
import { simulateRequests } from './usagePattern.ts'
import { alex, robin, timesBefore, buildDemoToken, type DemoTokenAccess } from './tokenBuilders.ts'
import type { SeedData } from './seedData.ts'

const tokenCount = 10_000

/** The purpose of an application, the access that it needs, and the call that it makes. */
interface Job {
  name: string
  description: string
  access: DemoTokenAccess
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

/** Lifetimes in days of the tokens that expire. The oldest tokens are older than any lifetime, so all stages of a life occur. */
const lifetimes = [90, 365, 730]

/**
 * A business with ten thousand tokens. One in four has an expiry date, one in fifty is paused. One in a hundred is used daily,
 * one in sixteen was used once, and the others were never used. Of those in daily use, one in ten only fails.
 */
export function manyWorld(now: Date): SeedData {
  const { secondsAgo } = timesBefore(now)
  const world = defaultWorld(now)
  const usedEndings = new Set<string>()
  const templates = jobs.map(({ name, description, access }): TokenWithoutHash => {
    const { keyHash: _ofTemplate, ...template } = buildDemoToken(
      'many',
      { name, description, access, by: alex },
      now,
    )
    return template
  })
  const allRequests: SimulatedRequest[] = []
  for (const [index, { name, job }] of combinations().entries()) {
    if (world.tokens.length === tokenCount) break
    const template = templates[job]
    const call = jobs[job]?.call
    const key = keyOf('many', name)
    const ending = keyEnding(key)
    // The backend never creates two keys with the same last characters.
    if (!template || !call || usedEndings.has(ending)) continue
    usedEndings.add(ending)
    const age = 5_000 + index * 7_777 + ((index * 977) % 5_000)
    const by = index % 3 === 0 ? robin : alex
    const changes = expiryOrPause(index, { age, by, secondsAgo })
    const token = tokenFromTemplate(template, { name, key, by, at: secondsAgo(age) }, changes)
    const requests = requestsForToken(token, { number: world.tokens.length, age, call }, now)
    world.tokens.push(requests.length > 0 ? withEarlierUse(token, requests) : token)
    allRequests.push(...requests)
  }
  recordRequests(
    world,
    allRequests.map((request) => ({ ...request, client: 'python-requests/2.32.3' })),
  )
  // Only for the newest tokens: a history for all of them would take too long to create.
  recordHistory(world, world.tokens.slice(0, 200))
  for (const token of world.tokens) withKeyHash(token)
  return world
}

/** Creates the requests of a token: daily requests in the last days, one request at some time in its life, or none. */
function requestsForToken(
  token: TokenRecord,
  { number, age, call }: { number: number; age: number; call: Call },
  now: Date,
): SimulatedRequest[] {
  // One in a thousand calls what only All in one may do.
  if (number % 1000 === 500) {
    const calls: Call[] = [['POST', 'createTemplate']]
    return simulateRequests(token, { perDay: 15, weekend: 1, hours: [0, 24], from: 3, calls }, now)
  }
  if (number % 100 === 0) {
    const rhythm = { perDay: 5, weekend: 0.4, hours: [0, 24] as const, from: 3, calls: [call] }
    return simulateRequests(token, rhythm, now)
  }
  if (number % 16 !== 0) return []
  const at = timesBefore(now).secondsAgo((age * (number % 97)) / 97)
  return [{ token, at: at.getTime(), call, milliseconds: 12 }]
}

/** Sets the token's last use to a few days before its first request, so that no notice reports use after a long silence. */
function withEarlierUse(token: TokenRecord, requests: readonly SimulatedRequest[]): TokenRecord {
  const first = Math.min(...requests.map(({ at }) => at))
  const time = new Date(first - 4 * msPerDay).toISOString()
  const lastUsedAt = time < token.createdAt ? token.createdAt : time
  return { ...token, lastUsedAt, lastAnsweredAt: lastUsedAt }
}

type TokenWithoutHash = Omit<TokenRecord, 'keyHash'>

/** Adds the hash of a token's key, which takes too long to compute for ten thousand of them. */
const withKeyHash = lazyProperty('keyHash', ({ name }: TokenWithoutHash) =>
  hashKey(keyOf('many', name)),
)

/** Creates a token from a template token, without the hash of its key. Applying the creation rules ten thousand times would take too long. */
function tokenFromTemplate(
  template: TokenWithoutHash,
  { name, key, by, at }: { name: string; key: string; by: string; at: Date },
  changes: Partial<TokenRecord>,
): TokenRecord {
  const time = at.toISOString()
  const token: TokenWithoutHash = {
    ...template,
    id: demoTokenId('many', name),
    name,
    nameKey: nameKey(name),
    keyEnding: keyEnding(key),
    createdAt: time,
    createdById: by,
    updatedAt: time,
    updatedById: by,
    quota: fullQuota(at),
    ...changes,
  }
  // Added last, because a copy of the token would compute it.
  return token as TokenRecord
}

/** Gives every fourth token an expiry date and pauses every fiftieth. */
function expiryOrPause(
  index: number,
  { age, by, secondsAgo }: { age: number; by: string; secondsAgo: (age: number) => Date },
): Partial<TokenRecord> {
  const lifetime = index % 4 === 1 ? lifetimes[Math.floor(index / 4) % lifetimes.length] : undefined
  const expiresAt = lifetime ? secondsAgo(age - lifetime * 86_400).toISOString() : null
  if (index % 50 !== 7) return { expiresAt }
  // Within the last weeks, and after its creation.
  const pausedAt = secondsAgo(Math.min(age / 2, (index % 97) * 20_000)).toISOString()
  const updatedById = by === robin ? alex : robin
  return { expiresAt, pausedAt, updatedAt: pausedAt, updatedById, version: 2 }
}

/** Creates more names than needed, in a mixed order. */
function combinations(): { name: string; job: number }[] {
  const count = jobs.length * systems.length * places.length
  return Array.from({ length: count }, (_, index) => {
    // 5,003 and the count are coprime, so each combination occurs exactly once.
    const number = (index * 5_003) % count
    const job = number % jobs.length
    const rest = Math.floor(number / jobs.length)
    const system = systems[rest % systems.length] ?? ''
    const place = places[Math.floor(rest / systems.length)] ?? ''
    return { name: `${jobs[job]?.name ?? ''}, ${place} ${system}`, job }
  })
}
