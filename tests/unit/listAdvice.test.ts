import { expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { manyWorld } from '#src/mock/scenarios/manyWorld.ts'
import { tokensWorld } from '#src/mock/scenarios/tokensWorld.ts'
import type { World } from '#src/mock/scenarios/world.ts'

import { startBackend } from '../support/backend.ts'

type AdviceList = components['schemas']['AdviceList']
const now = new Date('2026-11-24T09:00:00Z')

async function adviceIn(world: World): Promise<AdviceList> {
  const admin = await (await startBackend({ now, world })).as('admin')
  return (await admin('GET', '/api/advice')).body as AdviceList
}

it('the advice about a dozen tokens is about those in use, the last used first, then about the others', async () => {
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

it('the advice about ten thousand tokens is about twenty, and counts all that nobody uses', async () => {
  const world = manyWorld(now)
  const { items, unused } = await adviceIn(world)
  expect(items).toHaveLength(20)
  const old = new Date(now.getTime() - 60 * 86_400_000).toISOString()
  // What does not work needs no advice.
  const works = world.tokens.filter(
    ({ expiresAt, pausedAt }) =>
      pausedAt === null && (expiresAt === null || expiresAt > now.toISOString()),
  )
  const idle = works.filter((token) => (token.lastUsedAt ?? token.createdAt) <= old)
  expect(idle.length).toBeGreaterThan(1000)
  expect(unused).toBe(idle.length)
})

it('tokens that do not work take no place of those that do, however many they are', async () => {
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

it('nothing is told of the tokens of another business', async () => {
  const world = tokensWorld('tokens', now)
  world.tokens = world.tokens.map((token) => ({ ...token, businessId: 'biz_lantern' }))
  expect(await adviceIn(world)).toEqual({ items: [], unused: 0 })
})
