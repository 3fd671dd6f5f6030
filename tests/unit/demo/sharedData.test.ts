import { describe, expect, it } from 'vitest'

import { type Scenario, scenarioOf } from '#src/mock/demo/scenarios.ts'
import { demoSchema } from '#src/mock/demo/schema.ts'
import { createSharedData } from '#src/mock/demo/sharedData.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

const start = new Date('2026-11-24T09:00:00Z')
const tokens = scenarioOf('tokens')

describe('shared data', () => {
  it('is created once for each scenario and time', async () => {
    const createData = createSharedData()
    const first = await createData(tokens, start)
    expect(await createData(tokens, new Date(start))).toBe(first)
    expect(await createData(tokens, new Date(start.getTime() + 1))).not.toBe(first)
    expect(await createData(scenarioOf('names'), start)).not.toBe(first)
  })

  it('is that of the scenario, and cannot be changed in any part', async () => {
    const data = await createSharedData()(tokens, start)
    expect(data).toEqual(await tokens.world(start))
    const [token] = data.tokens
    if (!token) throw new Error('There is no token.')
    expect(() => data.tokens.pop()).toThrow(TypeError)
    expect(() => Object.assign(token.quota, { left: 0 })).toThrow(TypeError)
  })

  it('is kept for the last eight', async () => {
    const createData = createSharedData()
    const at = (minute: number) => new Date(start.getTime() + minute * 60_000)
    const scenario: Scenario = {
      ...tokens,
      world: (now) => scenarioOf('empty').world(now),
    }
    const first = await createData(scenario, at(0))
    const second = await createData(scenario, at(1))
    for (let minute = 2; minute < 8; minute += 1) await createData(scenario, at(minute))
    expect(await createData(scenario, at(0))).toBe(first)
    await createData(scenario, at(8))
    expect(await createData(scenario, at(0))).toBe(first)
    expect(await createData(scenario, at(1))).not.toBe(second)
  })
})

it('storages in memory share frozen records, and give away copies', async () => {
  const data = await createSharedData()(tokens, start)
  const [one, other] = [createMemoryStorage(demoSchema), createMemoryStorage(demoSchema)]
  for (const storage of [one, other]) {
    await storage.write((db) => db.putAll('tokens', data.tokens))
  }
  await one.write(async (db) => {
    const [token] = await db.all('tokens')
    if (!token) throw new Error('There is no token.')
    token.name = 'Changed'
    token.quota.left = 0
    await db.put('tokens', token)
  })
  expect(one.dump().tokens.map(({ name }) => name)).toContain('Changed')
  expect(other.dump().tokens).toEqual((await tokens.world(start)).tokens)
})
