import { expect, it } from 'vitest'

import type { TokenRecord } from '#src/mock/domain/records.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { recordRequests } from '#src/mock/scenarios/recordRequests.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'
import type { Call, SimulatedRequest } from '#src/mock/scenarios/simulatedRequest.ts'
import { alex, buildDemoToken } from '#src/mock/scenarios/tokenBuilders.ts'
import { simulateRequests } from '#src/mock/scenarios/usagePattern.ts'
import { msPerDay } from '#src/shared/time.ts'

const now = new Date('2026-11-24T09:00:00Z')
const token = buildDemoToken(
  'tokens',
  { name: 'Stock levels', description: '', access: 'read_only', by: alex },
  new Date('2026-02-01T00:00:00Z'),
)
const reading: Call[] = [
  ['GET', 'listSalesOrders'],
  ['GET', 'listSalesOrders'],
  ['GET', 'getSalesOrder', 404],
]
const allDay = { perDay: 90, weekend: 1, hours: [0, 24] } as const

/**
 * After five months without use, three applications use the token. One of them writes, which the token may not, and one sends many
 * requests around midnight.
 */
function requestsWith(used: TokenRecord): SimulatedRequest[] {
  const contacts: Call = ['GET', 'Contacts_List']
  const write: Call = ['POST', 'createOrderNote']
  const early = { ...allDay, from: 220, to: 200, calls: [contacts, ...reading] }
  const late = { ...allDay, from: 40, calls: reading }
  const writing = { ...allDay, from: 30, to: 25, calls: [...reading, ...reading, write] }
  const midnight = [[23.99, 24] as const, [0, 0.01] as const].map((hours) => ({ ...late, hours }))
  const refused = { ...allDay, from: 1, calls: [write] }
  return [
    ...simulateRequests(used, early, now, { client: 'curl/8' }),
    ...simulateRequests(used, late, now, { client: 'Stocker/1.0' }),
    ...midnight.flatMap((burst) => simulateRequests(used, burst, now, { client: 'Stocker/1.0' })),
    ...simulateRequests(used, writing, now),
    ...simulateRequests(used, refused, now, { client: 'Stocker/1.0' }),
  ]
}

function worldWith(used: TokenRecord, minLogged: number): SeedData {
  const world: SeedData = { ...defaultWorld(now), tokens: [used] }
  recordRequests(world, requestsWith(used), minLogged)
  return world
}

it.each([
  ['works', token],
  ['is paused', { ...token, pausedAt: '2026-11-01T12:00:00.000Z' }],
  ['has expired', { ...token, expiresAt: '2026-10-20T12:00:00.000Z' }],
])('gives a token that %s the same record, however many of its requests are logged', (_, used) => {
  const { requests: log, ...rest } = worldWith(used, 30)
  const { requests: wholeLog, ...expected } = worldWith(used, Infinity)
  expect(rest).toEqual(expected)
  expect(wholeLog).toHaveLength(requestsWith(used).length)
  expect(log.length).toBeGreaterThanOrEqual(30)
  expect(log).toEqual(wholeLog.slice(-log.length))
})

it('records what the requests did to the token', () => {
  const { tokens, notices } = worldWith(token, 30)
  expect(tokens[0]?.clients?.map(({ name }) => name)).toEqual(['curl', null, 'Stocker'])
  expect(tokens[0]?.uses.contacts).toMatchObject({ readAt: expect.stringMatching(/^2026-05/) })
  expect(notices.map(({ kind }) => kind)).toEqual(['token_awake', 'token_new_place'])
  expect(tokens[0]?.places).toMatchObject({ addresses: 1, unconfirmed: { programs: 2 } })
})

it('records places where the token never worked', () => {
  const stop = new Date(now.getTime() - 10 * msPerDay).toISOString()
  const paused = { ...token, pausedAt: stop }
  const world: SeedData = { ...defaultWorld(now), tokens: [paused] }
  const patterns = [
    { ...allDay, from: 20, calls: reading },
    { ...allDay, from: 5, calls: reading },
  ]
  const [known, late] = patterns.map((pattern, index) =>
    simulateRequests(paused, pattern, now, { client: 'curl/8', address: `203.0.113.${index}` }),
  )
  recordRequests(world, [...(known ?? []), ...(late ?? [])])
  expect(world.places).toMatchObject([
    { address: '203.0.113.0' },
    { address: '203.0.113.1', neverWorked: true },
  ])
  expect(world.tokens[0]?.places).toMatchObject({ kept: 2, addresses: 1 })
  expect(world.notices.map(({ kind }) => kind)).not.toContain('token_new_place')
})

it('counts each request on its day of the business', () => {
  const { usage, requests: log, businesses } = worldWith(token, Infinity)
  const timeZone = businesses.find(({ id }) => id === token.businessId)?.timeZone
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const byDay = Map.groupBy(log, ({ at }) => format.format(new Date(at)))
  const sums = usage.map((day) => [day.date, day.answered + day.refused + day.notValid])
  expect(sums).toEqual([...byDay].map(([day, { length }]) => [day, length]))
})
