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

describe('storages in memory that are filled with the same frozen list', () => {
  /** Returns two storages with the tokens of the scenario, and functions that read them. */
  async function open() {
    const { tokens: list } = await createSharedData()(tokens, start)
    const one = createMemoryStorage(demoSchema, { tokens: list })
    const other = createMemoryStorage(demoSchema)
    await other.write((db) => db.putAll('tokens', list))
    const [first] = list
    if (!first) throw new Error('There is no token.')
    const rowsOf = (storage: typeof one) =>
      storage.read(async (db) => {
        for await (const rows of db.rows('tokens')) return rows
        return undefined
      })
    const idsByKey = (storage: typeof one, keyHash: string) =>
      storage.read(async (db) => {
        const found = await db.list('tokens', 'byKey', { equals: [keyHash] })
        return found.map(({ id }) => id)
      })
    return { list, first, one, other, rowsOf, idsByKey }
  }

  it('have one table until one of them changes it', async () => {
    const { first, one, other, rowsOf, idsByKey } = await open()
    const rows = await rowsOf(other)
    expect(await rowsOf(one)).toBe(rows)

    await one.write((db) => db.put('tokens', { ...first, keyHash: 'another' }))
    expect(await rowsOf(one)).not.toBe(rows)
    expect(await rowsOf(other)).toBe(rows)
    expect(await idsByKey(one, 'another')).toEqual([first.id])
    expect(await idsByKey(one, first.keyHash)).toEqual([])
    expect(await idsByKey(other, 'another')).toEqual([])
    expect(await idsByKey(other, first.keyHash)).toEqual([first.id])
  })

  it('have what they had before after a transaction that fails', async () => {
    const { list, first, one, rowsOf, idsByKey } = await open()
    const added = {
      ...first,
      id: 'tok_added',
      nameKey: 'added',
      keyHash: 'added',
      keyEnding: 'added',
    }
    await one.write((db) => db.put('tokens', added))
    const failing = one.write(async (db) => {
      await db.delete('tokens', first.id)
      await db.clear('tokens')
      await db.putAll('tokens', list)
      await db.put('tokens', { ...first, keyHash: 'another' })
      throw new Error('The last step fails.')
    })
    await expect(failing).rejects.toThrow('The last step fails.')
    expect(await rowsOf(one)).toHaveLength(list.length + 1)
    expect(await idsByKey(one, 'added')).toEqual(['tok_added'])
    expect(await idsByKey(one, first.keyHash)).toEqual([first.id])
    expect(await idsByKey(one, 'another')).toEqual([])
  })

  it('are empty again if the transaction that fills them fails', async () => {
    const { list, rowsOf } = await open()
    const empty = createMemoryStorage(demoSchema)
    const filling = empty.write(async (db) => {
      await db.putAll('tokens', list)
      throw new Error('The last step fails.')
    })
    await expect(filling).rejects.toThrow('The last step fails.')
    expect(await rowsOf(empty)).toEqual([])
  })

  it('refuse one with a duplicate value', async () => {
    const { first, one } = await open()
    const list = Object.freeze([first, Object.freeze({ ...first, id: 'tok_other' })])
    const filling = one.write(async (db) => {
      await db.clear('tokens')
      await db.putAll('tokens', list)
    })
    await expect(filling).rejects.toMatchObject({ name: 'ConstraintError' })
  })

  it('do not share it if a record can change', async () => {
    const { first, other, rowsOf } = await open()
    const record = { ...first }
    const list = Object.freeze([record])
    const one = createMemoryStorage(demoSchema, { tokens: list })
    await other.write(async (db) => {
      await db.clear('tokens')
      await db.putAll('tokens', list)
    })
    expect(await rowsOf(one)).not.toBe(await rowsOf(other))
  })
})
