import { expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { manyWorld } from '#src/mock/scenarios/manyWorld.ts'
import { tokensWorld } from '#src/mock/scenarios/tokensWorld.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'
import { msPerDay } from '#src/shared/time.ts'

import { startBackend } from '../support/backend.ts'

type AdviceList = components['schemas']['AdviceList']
const now = new Date('2026-11-24T09:00:00Z')

async function adviceIn(world: SeedData): Promise<AdviceList> {
  const admin = await (await startBackend({ now, world })).as('admin')
  return (await admin('GET', '/api/advice')).body as AdviceList
}

it('the advice about a dozen tokens starts with tokens in use, the last used first', async () => {
  const { items, unused } = await adviceIn(tokensWorld('tokens', now))
  const used = items.slice(0, -1).map(({ token }) => token.lastUsedAt ?? '')
  expect(used).toEqual(used.toSorted().toReversed())
  expect(items.map(({ advice }) => advice.kind)).toContain('only_refused')
  expect(items.at(-1)).toMatchObject({
    token: { name: 'Review requests' },
    advice: { kind: 'unused' },
  })
  expect(unused).toBe(1)
})

it('the advice about 10,000 tokens has twenty items, and counts all unused tokens', async () => {
  const world = manyWorld(now)
  const { items, unused } = await adviceIn(world)
  expect(items).toHaveLength(20)
  const old = new Date(now.getTime() - 60 * msPerDay).toISOString()
  // Tokens that do not work need no advice.
  const works = world.tokens.filter(
    ({ expiresAt, pausedAt }) =>
      pausedAt === null && (expiresAt === null || expiresAt > now.toISOString()),
  )
  const idle = works.filter((token) => (token.lastUsedAt ?? token.createdAt) <= old)
  expect(idle.length).toBeGreaterThan(1000)
  expect(unused).toBe(idle.length)
})

it('tokens that do not work do not displace advice about others, however many there are', async () => {
  const world = tokensWorld('tokens', now)
  const before = await adviceIn(tokensWorld('tokens', now))
  const [some] = world.tokens
  if (!some) throw new Error('There are no tokens')
  for (let number = 0; number < 120; number += 1) {
    const different = { id: `tok_${number}`, nameKey: `p${number}`, keyHash: `${number}` }
    world.tokens.push({
      ...some,
      ...different,
      keyEnding: String(number),
      lastUsedAt: now.toISOString(),
      pausedAt: now.toISOString(),
    })
  }
  expect(await adviceIn(world)).toEqual(before)
})

it('there is no advice about tokens of another business', async () => {
  const world = tokensWorld('tokens', now)
  world.tokens = world.tokens.map((token) => ({ ...token, businessId: 'biz_lantern' }))
  expect(await adviceIn(world)).toEqual({ items: [], unused: 0 })
})
