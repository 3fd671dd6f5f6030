import { expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { accessLevelValues } from '#src/api/generated/values.ts'
import { adviceOf } from '#src/mock/domain/advice.ts'
import { tokenInactiveReason } from '#src/mock/domain/tokenLifecycle.ts'
import { tokensWorld } from '#src/mock/scenarios/tokensWorld.ts'

import { startServer } from '../../support/backend.ts'

const now = new Date('2026-11-24T09:00:00Z')
const world = tokensWorld('tokens', now)

it('a dozen tokens include every level and both Admins, and their data is small', () => {
  // One of the twelve applications has a pair of keys.
  expect(world.tokens).toHaveLength(13)
  expect(new Set(world.tokens.map(({ accessLevel }) => accessLevel))).toEqual(
    new Set(accessLevelValues),
  )
  expect(new Set(world.tokens.map(({ createdById }) => createdById)).size).toBe(2)
  expect(Object.values(world).flat().length).toBeLessThan(3000)
})

it('one token was never used, one is idle, one is paused, one has expired, one expires soon', () => {
  const named = (name: string) => world.tokens.find((token) => token.name === name)
  expect(named('Wedding gift lists')?.lastUsedAt).toBeNull()
  expect(named('Review requests')?.lastUsedAt).toMatch(/^2026-08/)
  const reasons = world.tokens.map((token) => [token.name, tokenInactiveReason(token, now)])
  expect(reasons.filter(([, reason]) => reason)).toEqual([
    ['Reply drafts (trial)', 'expired'],
    ['Shop automations', 'paused'],
  ])
  const nextWeek = new Date('2026-12-01T09:00:00Z')
  const report = named('Morning report')
  expect(report && tokenInactiveReason(report, nextWeek)).toBe('expired')
})

it('one token is mostly refused, and one sends many invalid requests', () => {
  const sums = (name: string) => {
    const id = world.tokens.find((token) => token.name === name)?.id
    const days = world.usage.filter(({ tokenId }) => tokenId === id)
    const sum = (column: 'answered' | 'refused' | 'notValid') =>
      days.reduce((total, day) => total + day[column], 0)
    return { answered: sum('answered'), refused: sum('refused'), notValid: sum('notValid') }
  }
  const tables = sums('Packing tables')
  expect(tables.refused).toBeGreaterThan(3 * tables.answered)
  const automations = sums('Shop automations')
  expect(automations.notValid).toBeGreaterThan(automations.answered / 2)
})

it('the tokens get advice of every kind', () => {
  const advice = (name: string) => {
    const token = world.tokens.find((candidate) => candidate.name === name)
    return token && adviceOf(token, now)
  }
  expect(advice('Review requests')).toMatchObject({ kind: 'unused' })
  expect(advice('Packing tables')).toMatchObject({ kind: 'failing' })
  expect(advice('LedgerLine')).toMatchObject({
    kind: 'unused_permissions',
    changes: [
      { feature: 'sales_orders', proposed: 'read_only', lastWrittenAt: expect.any(String) },
      { feature: 'channels', proposed: 'no_access' },
      { feature: 'contacts', proposed: 'read_only', lastWrittenAt: null },
    ],
  })
  expect(advice('Stock levels')).toBeUndefined()
})

it('one integration fails, one has a pair of keys, and one is unused', async () => {
  const admin = await (await startServer({ now, world })).as('admin')
  const { body } = await admin('GET', '/api/tokens')
  const { items, total, counts } = body as components['schemas']['TokenList']
  expect([total, counts]).toEqual([12, { all: 12, unused: 1, expiring: 1, failing: 1 }])
  expect(items[0]).toMatchObject({ name: 'Packing tables', status: 'failing' })
  expect(items.slice(1, 3).map(({ name }) => name)).toEqual([
    'Reply drafts (trial)',
    'Morning report',
  ])
  const pair = items.find(({ name }) => name === 'Stock levels')
  expect(pair?.oldKeys).toMatchObject([
    { name: expect.stringMatching(/^Stock levels \(old key …\w{4}\)$/), status: 'being_replaced' },
  ])
  const times = [pair?.lastUsedAt, pair?.oldKeys[0]?.lastUsedAt]
  expect(times.filter((time) => String(time) > '2026-11-23')).toHaveLength(2)
  const activity = await admin('GET', `/api/activity?token=${pair?.id}`)
  expect(activity.body).toMatchObject({ items: [{ action: 'created' }], total: 1 })
})

it('there are fewer requests at weekends', () => {
  const of = (...days: number[]) =>
    world.usage
      .filter(({ date }) => days.includes(new Date(date).getUTCDay()))
      .reduce((total, { answered, refused, notValid }) => total + answered + refused + notValid, 0)
  expect(of(0, 6) / 2).toBeLessThan((of(1, 2, 3, 4, 5) / 5) * 0.8)
})

it('data that a token left in the helpdesk belongs to one of its requests', () => {
  const order = world.salesOrders.find(({ id }) => id === 1003)
  const sentWith = order?.tracking[0]?.sentWith
  expect(sentWith).toMatchObject({ tokenName: 'ShipFast' })
  const day = world.usage.find(
    ({ id }) => id === `${sentWith?.tokenId ?? ''} ${sentWith?.at.slice(0, 10) ?? ''}`,
  )
  expect(day?.answered).toBeGreaterThan(0)
  const note = world.orderNotes.find(({ sales_order_id }) => sales_order_id === 1003)
  const noted = `${note?.created_at.replace(' ', 'T') ?? ''}.000Z`
  expect(world.requests).toContainEqual(
    expect.objectContaining({ at: noted, operation: 'createOrderNote', outcome: 'answered' }),
  )
})
