import { expect, it } from 'vitest'

import { manyWorld } from '#src/mock/scenarios/manyWorld.ts'

const now = new Date('2026-11-24T09:00:00Z')

it('a business with ten thousand tokens has no two that could be taken for each other', () => {
  const { tokens } = manyWorld(now)
  expect(tokens).toHaveLength(10_000)
  for (const field of ['id', 'nameKey', 'keyHash', 'keyEnding', 'createdAt'] as const) {
    expect(new Set(tokens.map((token) => token[field])).size).toBe(10_000)
  }
})

it('a business with ten thousand tokens is made in far less than a second', () => {
  // The processor's time, since others may be at work on the machine.
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    manyWorld(now)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  expect(Math.min(...times)).toBeLessThan(300)
})
