import { beforeAll, describe, expect, it } from 'vitest'

import { businessDay } from '#src/shared/businessDay.ts'
import type { components } from '#src/api/generated/schema.ts'
import { formatFault, parseFault } from '#src/mock/demo/faults.ts'
import { nameKey } from '#src/shared/nameKey.ts'
import { parseDescription, parseName } from '#src/mock/domain/names.ts'
import { placesOf } from '#src/mock/domain/places.ts'
import type {
  PlaceRecord,
  TokenRecord,
  TokenRequestRecord,
  UsageRecord,
} from '#src/mock/domain/records.ts'
import { findScenario, scenarioOf } from '#src/mock/demo/scenarios.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'

import { accounts } from '../../support/accounts.ts'
import { startServer } from '../../support/backend.ts'
import { routes } from '../../support/contract/routes.ts'

type Schemas = components['schemas']
type Backend = Awaited<ReturnType<typeof startServer>>

const seen = 25
const lists =
  'sales-orders order-notes tickets users tags tag-groups channels templates contacts'.split(' ')

describe.each(scenarioNames)('the scenario %s', (name) => {
  const scenario = scenarioOf(name)
  const now = new Date(scenario.startsAt)
  const admin = scenario.accounts.admin === accounts.admin ? 'admin' : 'starterAdmin'
  let world: SeedData
  let backend: Backend

  beforeAll(async () => {
    world = await scenario.world(now)
    backend = await startServer({ now, world })
  })

  it('is the same each time for the same time', async () => {
    expect(await scenario.world(now)).toEqual(world)
  })

  it('is shifted to any other start time', async () => {
    const atNewYear = await scenario.world(new Date('2028-01-01T00:00:03.456Z'))
    expect(atNewYear.tokens.map(({ id }) => id)).toEqual(world.tokens.map(({ id }) => id))
    expect(errorsIn(atNewYear, new Date('2028-01-01T00:00:03.456Z'))).toEqual([])
  })

  it('has tokens, totals and a log that match each other and the rules', () => {
    expect(errorsIn(world, now)).toEqual([])
  })

  it('has the same people as every other', () => {
    expect(world.users.map(({ email }) => email).toSorted()).toEqual(
      [...Object.values(accounts), 'noor.haddad@example.com'].toSorted(),
    )
  })

  it('has faults that a link can restore', () => {
    const { faults = [] } = scenario
    expect(faults.map((fault) => parseFault(formatFault(fault)))).toEqual(faults)
  })

  it('opens a page that its user can see', async () => {
    const { as, startPath } = scenario
    if (as === 'nobody') return expect(startPath).toBe('/')
    const person = await backend.as(as === 'admin' ? admin : 'agent')
    const [, page, tokenId] = /^(\/settings\/api-tokens)(?:\/(\w+))?$/.exec(startPath) ?? []
    expect(page).toBe('/settings/api-tokens')
    if (tokenId === undefined || ['new', 'found', 'advice', 'rules'].includes(tokenId)) return
    expect((await person('GET', `/api/tokens/${tokenId}`)).status).toBe(200)
  })

  it('gives responses that match the contract, to pages and to applications', async () => {
    const person = await backend.as(admin)
    const paths = [
      '/api/tickets?pageSize=100',
      ...world.tickets
        .filter(({ businessId }) => (businessId === 'biz_northwind') === (admin === 'admin'))
        .map(({ id }) => `/api/tickets/${id}`),
      '/api/users',
      '/api/access-requests',
      ...(admin === 'admin' ? ['/api/tokens?pageSize=100', '/api/tokens?sort=name'] : []),
      ...world.tokens
        .slice(0, seen)
        .flatMap(({ id }) =>
          ['', '/usage', '/requests?pageSize=100'].map((end) => `/api/tokens/${id}${end}`),
        ),
    ]
    const responses = await Promise.all(paths.map((path) => person('GET', path)))
    expect(responses.map(({ status }, index) => `${status} ${paths[index]}`)).toEqual(
      paths.map((path) => `200 ${path}`),
    )
  })

  it('has keys that allow what their tokens may do, and stores none of them', async () => {
    for (const token of world.tokens.slice(0, seen)) {
      const key = keyOf(name, token.name)
      const response = await backend.nobody('GET', '/v1/sales-orders', {
        headers: { Authorization: `Bearer ${key}` },
      })
      const works =
        token.pausedAt === null &&
        (token.expiresAt === null || Date.parse(token.expiresAt) > now.getTime())
      expect(response.status).toBe(
        works ? (token.permissions.sales_orders === 'no_access' ? 403 : 200) : 401,
      )
    }
    expect(JSON.stringify(world)).not.toMatch(/edesk_[0-9A-Za-z]{20}/)
  })

  it('gives lists that match the contract to an application with full access', async () => {
    const token = world.tokens.find(
      ({ accessLevel, pausedAt }) => accessLevel !== 'custom' && pausedAt === null,
    )
    if (!token) return
    const headers = { Authorization: `Bearer ${keyOf(name, token.name)}` }
    const statuses = await Promise.all(
      lists.map(async (path) => {
        const { status } = await backend.nobody('GET', `/v1/${path}?itemsPerPage=100`, { headers })
        return `${status} ${path}`
      }),
    )
    expect(statuses).toEqual(lists.map((path) => `200 ${path}`))
  })

  it('reserves ids for new records', async () => {
    const [token] = world.tokens
    if (!token) return
    const before = Math.max(0, ...world.requests.map(({ id }) => id))
    const key = keyOf(name, token.name)
    await backend.nobody('GET', '/v1/whoami', { headers: { Authorization: `Bearer ${key}` } })
    const { body } = await (await backend.as('admin'))('GET', `/api/tokens/${token.id}/requests`)
    const [newest] = (body as Schemas['TokenRequestList']).items
    expect(newest?.id).toBeGreaterThan(before)
    for (const { id, last } of world.counters) {
      const numbers = Object.entries(world)
        .filter(([table]) => table === id)
        .flatMap(([, records]) => records.map((record) => Number(record.id)))
      expect(last).toBeGreaterThanOrEqual(Math.max(0, ...numbers))
    }
  })
})

describe('a scenario', () => {
  it('is found only by its name', () => {
    expect(findScenario('many')?.name).toBe('many')
    expect(findScenario('toString')).toBeUndefined()
    expect(findScenario('')).toBeUndefined()
  })
})

/** Returns descriptions of the errors in a world. */
function errorsIn(world: SeedData, now: Date): string[] {
  const requests = byToken(world.requests)
  const usage = byToken(world.usage)
  const places = byToken(world.places)
  return [
    ...world.tokens.flatMap((token) => {
      const name = parseName(token.name)
      const description = parseDescription(token.description)
      const used = usage.has(token.id)
      return [
        !(name.ok && name.value === token.name) && `${token.name} is not a valid name`,
        nameKey(token.name) !== token.nameKey && `${token.name} has a wrong nameKey`,
        !(description.ok && description.value === token.description) &&
          `${token.name} has an invalid description`,
        used !== (token.lastUsedAt !== null) && `${token.name} has inconsistent usage`,
        token.createdAt > token.updatedAt && `${token.name} was changed before it was created`,
      ]
    }),
    ...[world.requests.map(({ at }) => at), ...world.tokens.map(timesOf)]
      .flat()
      .flatMap((time) => [
        !time.endsWith('.000Z') && `${time} is not in whole seconds`,
        Date.parse(time) > now.getTime() && `${time} is in the future`,
      ]),
    ...world.tokens.flatMap(({ id, createdAt, lastUsedAt }) =>
      usageErrors({ createdAt, lastUsedAt }, requests.get(id) ?? [], usage.get(id) ?? []),
    ),
    ...world.tokens.map(
      (token) =>
        sumsOf(usage.get(token.id) ?? []) !== placeSumsOf(token, places.get(token.id) ?? []) &&
        `${token.name} has places that do not agree with its usage`,
    ),
    ...orderErrors(world.requests),
    ...world.requests.map(
      ({ method, operation }) =>
        !routes.some((route) => route.operationId === operation && route.method === method) &&
        `${method} is the wrong method for ${operation ?? 'no operation'}`,
    ),
  ].filter((error) => error !== false)
}

function byToken<Item extends { tokenId: string }>(items: readonly Item[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const others = found.get(item.tokenId)
    if (others) others.push(item)
    else found.set(item.tokenId, [item])
  }
  return found
}

function timesOf({
  createdAt,
  updatedAt,
  lastUsedAt,
  pausedAt,
  quota,
}: SeedData['tokens'][number]) {
  return [createdAt, updatedAt, lastUsedAt, pausedAt, quota.at].filter((time) => time !== null)
}

function usageErrors(
  token: { createdAt: string; lastUsedAt: string | null },
  requests: readonly TokenRequestRecord[],
  usage: readonly UsageRecord[],
): (string | false)[] {
  const times = requests.map(({ at }) => at).sort()
  const dayOf = (at: string) => businessDay(new Date(at), 'Europe/Dublin')
  const since = times[0] ? dayOf(times[0]) : ''
  return [
    (times.at(-1) ?? null) !== token.lastUsedAt && 'The last use is not the last request',
    (times[0] ?? token.createdAt) < token.createdAt && 'It was used before it was created',
    ...usage
      .filter(({ date }) => date >= since)
      .map(({ date, answered, refused, notValid }) => {
        const outcomes = requests.filter(({ at }) => dayOf(at) === date).map((one) => one.outcome)
        const counted = ['answered', 'refused', 'not_valid'].map(
          (outcome) => outcomes.filter((other) => other === outcome).length,
        )
        return (
          counted.join() !== [answered, refused, notValid].join() &&
          `The totals of ${date} differ from the log: ${counted.join()}`
        )
      }),
  ]
}

function sumsOf(usage: readonly UsageRecord[]): string {
  const requests = usage.reduce((sum, day) => sum + day.answered + day.refused + day.notValid, 0)
  return [requests, usage.reduce((sum, { refused }) => sum + refused, 0)].join(' ')
}

function placeSumsOf(token: TokenRecord, places: readonly PlaceRecord[]): string {
  const latest = places.toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1))[0]
  const { kept, last } = placesOf(token)
  if (kept !== places.length || last?.client !== latest?.client) return 'other places'
  const requests = places.reduce((sum, place) => sum + place.requests, 0)
  return [requests, places.reduce((sum, { refused }) => sum + refused, 0)].join(' ')
}

function orderErrors(requests: readonly TokenRequestRecord[]): string[] {
  const inOrder = [...requests].sort((one, other) => one.id - other.id)
  return inOrder.flatMap(({ at }, index) =>
    at < (inOrder[index - 1]?.at ?? '') ? [`${at} has an id that is too high`] : [],
  )
}
