import { expect, it } from 'vitest'

import { schema } from '#src/mock/domain/schema.ts'
import { sha256 } from '#src/mock/domain/sha256.ts'
import { hashKey } from '#src/mock/domain/tokenKey.ts'
import { statusOf } from '#src/mock/domain/tokenLifecycle.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { manyWorld } from '#src/mock/scenarios/manyWorld.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

const now = new Date('2026-11-24T09:00:00Z')
const world = manyWorld(now)

it('a business with 10,000 tokens has no two that look alike', () => {
  const { tokens } = world
  expect(tokens).toHaveLength(10_000)
  for (const field of ['id', 'nameKey', 'keyHash', 'keyEnding', 'createdAt'] as const) {
    expect(new Set(tokens.map((token) => token[field])).size).toBe(10_000)
  }
})

it('one of 10,000 tokens is found by its key, although no hash was computed before', async () => {
  const { tokens } = manyWorld(now)
  const storage = createMemoryStorage(schema, { tokens })
  const [name = ''] = tokens.slice(4242).map((token) => token.name)
  const equals = [hashKey(keyOf('many', name))]
  const found = await storage.read((db) => db.list('tokens', 'byKey', { equals }))
  expect(found).toMatchObject([{ name, keyHash: equals[0] }])
})

it('a business with 10,000 tokens has more of each kind than one page of the list shows', () => {
  const { tokens, notices } = world
  const count = (predicate: (token: (typeof tokens)[number]) => boolean) =>
    tokens.filter(predicate).length
  expect(count((token) => statusOf(token, now) === 'expired')).toBe(1402)
  expect(count((token) => statusOf(token, now) === 'expiring_soon')).toBe(39)
  expect(count((token) => statusOf(token, now) === 'paused')).toBe(143)
  expect(count(({ expiresAt }) => expiresAt === null)).toBe(7500)
  expect(count(({ lastUsedAt }) => lastUsedAt !== null)).toBe(700)
  // All tokens stayed in use, so only refusals create notices.
  expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['token_only_refused']))
})

it('no token of a business with 10,000 was used or paused before it was created', () => {
  for (const { createdAt, updatedAt, lastUsedAt, pausedAt } of world.tokens) {
    for (const time of [updatedAt, lastUsedAt ?? createdAt, pausedAt ?? createdAt]) {
      expect(time >= createdAt && time <= now.toISOString()).toBe(true)
    }
  }
})

it('a business with 10,000 tokens is created in little more time than hashing its keys takes', () => {
  const createWorld = () => manyWorld(now).tokens
  const hashKeys = () => Array.from({ length: 10_000 }, (_, index) => sha256(`edesk_${index}`))
  // The shortest of three runs: the first one includes compilation, and the machine may be busy.
  const shortest = (work: () => unknown) => Math.min(...[1, 2, 3].map(() => processorTimeOf(work)))
  expect(shortest(createWorld) / shortest(hashKeys)).toBeLessThan(60)
})

function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
