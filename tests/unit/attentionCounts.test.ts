import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { manyWorld } from '#src/mock/scenarios/manyWorld.ts'
import { northwindHome } from '#src/mock/scenarios/northwindHome.ts'
import { rulesWorld } from '#src/mock/scenarios/rulesWorld.ts'
import { withRules } from '#src/mock/domain/rules.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'
import { tokensWorld } from '#src/mock/scenarios/tokensWorld.ts'
import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import { type Person, startServer } from '../support/backend.ts'
import { namesBreaking } from '../support/rules.ts'

type Schemas = components['schemas']
const now = new Date('2026-11-24T09:00:00Z')

async function countsSeenBy(person: Person): Promise<Schemas['AttentionCounts']> {
  const { body } = await person('GET', '/api/advice-overview')
  return (body as Schemas['AdviceOverview']).counts
}

async function totalOf(person: Person, query: string): Promise<number> {
  const list = (await person('GET', `/api/tokens?${query}`)).body as Schemas['TokenList']
  const ids = (await person('GET', `/api/token-ids?${query}`)).body as Schemas['TokenIdList']
  expect(ids.total).toBe(list.total)
  return list.total
}

/** The world with rules for its business. */
function ruled(world: SeedData, rules: Partial<TokenRules>): SeedData {
  const by = { userId: 'usr_robin', now }
  world.businesses = world.businesses.map((business) =>
    business.id === northwindHome ? withRules(business, { ...noRules, ...rules }, by) : business,
  )
  return world
}

describe('the numbers of tokens that may need attention', () => {
  it.each([
    ['tokens', tokensWorld('tokens', now)],
    ['rules', rulesWorld(now)],
    ['many', manyWorld(now)],
    ['many, with rules', ruled(manyWorld(now), { longestLife: 90, maxTokens: 9000 })],
  ])('are the totals of the list with each filter: %s', async (_name, world) => {
    const admin = await (await startServer({ now, world })).as('admin')
    expect(await countsSeenBy(admin)).toEqual({
      expiring: await totalOf(admin, 'expiring=14'),
      neverUsed: await totalOf(admin, 'neverUsed=true'),
      breaking: await totalOf(admin, 'breaks=any'),
      refused: await totalOf(admin, 'refused=today'),
    })
  })

  it('are 0 only where there is nothing to say', async () => {
    const world = rulesWorld(now)
    const admin = await (await startServer({ now, world })).as('admin')
    expect(await countsSeenBy(admin)).toEqual({
      expiring: 1,
      neverUsed: 1,
      breaking: 10,
      refused: 2,
    })
  })

  it('do not count old keys, which are no tokens of their own', async () => {
    const world = tokensWorld('tokens', now)
    const old = world.tokens.find(({ replacedById }) => replacedById !== null)
    expect(old?.expiresAt).toBeTruthy()
    world.tokens = world.tokens.map((token) => ({
      ...token,
      lastAnsweredAt: token === old ? null : now.toISOString(),
      lastRefusedAt: token === old ? now.toISOString() : null,
      expiresAt: token === old ? token.expiresAt : null,
    }))
    const admin = await (
      await startServer({ now, world: ruled(world, { maxTokens: 12 }) })
    ).as('admin')
    expect(await countsSeenBy(admin)).toEqual({
      expiring: 0,
      neverUsed: 0,
      breaking: 0,
      refused: 0,
    })
  })
})

describe('the filter by any rule', () => {
  it('finds the tokens that break at least one, each once', async () => {
    const admin = await (await startServer({ now, world: rulesWorld(now) })).as('admin')
    const rules = ['longest_life', 'full_access', 'description_required', 'pause_unused_after']
    const each = await Promise.all(
      [...rules, 'addresses_required', 'max_tokens'].map((rule) => namesBreaking(admin, rule)),
    )
    const any = await namesBreaking(admin, 'any')
    expect(new Set(any)).toEqual(new Set(each.flat()))
    expect(any).toHaveLength(new Set(any).size)
    expect(each.flat().length).toBeGreaterThan(any.length)
  })

  it('finds none while no rule is in force', async () => {
    const world = tokensWorld('tokens', now)
    const admin = await (await startServer({ now, world })).as('admin')
    expect(await namesBreaking(admin, 'any')).toEqual([])
  })

  it('finds the newest tokens beyond the maximum, also with many old keys', async () => {
    const world = defaultWorld(now)
    const [some] = tokensWorld('tokens', now).tokens
    if (!some) throw new Error('There is no token')
    world.tokens = Array.from({ length: 60 }, (_, number) => pair(some, number)).flat()
    const admin = await (
      await startServer({ now, world: ruled(world, { maxTokens: 58 }) })
    ).as('admin')
    expect(await namesBreaking(admin, 'any')).toEqual(['New 58', 'New 59'])
  })
})

/** A token and its old key. */
function pair(some: TokenRecord, number: number): TokenRecord[] {
  const createdAt = new Date(now.getTime() - (100 - number) * 60_000).toISOString()
  const [id, oldId] = [`tok_new_${number}`, `tok_old_${number}`]
  const make = (own: Partial<TokenRecord> & { id: string; name: string }): TokenRecord => ({
    ...some,
    nameKey: own.name.toLowerCase(),
    keyHash: own.id,
    keyEnding: own.id,
    expiresAt: null,
    createdAt,
    ...own,
  })
  return [
    make({ id, name: `New ${number}`, replacesId: oldId, replacedById: null }),
    make({ id: oldId, name: `Old ${number}`, replacesId: null, replacedById: id }),
  ]
}

describe('the filter by a refusal today', () => {
  it('begins the day at midnight in the time zone of the business', async () => {
    const world = tokensWorld('tokens', now)
    world.businesses = world.businesses.map((business) => ({
      ...business,
      timeZone: 'Pacific/Auckland',
    }))
    // At 9:00 UTC on 24 November, the day in Auckland began at 11:00 UTC the day before.
    const times = ['2026-11-23T10:59:59.999Z', '2026-11-23T11:00:00.000Z']
    world.tokens = world.tokens.map((token, position) => ({
      ...token,
      lastRefusedAt: times[position] ?? null,
    }))
    const admin = await (await startServer({ now, world })).as('admin')
    const { body } = await admin('GET', '/api/tokens?refused=today')
    const { items } = body as Schemas['TokenList']
    expect(items.map(({ id }) => id)).toEqual([world.tokens[1]?.id])
  })
})
