import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { createWorldRecord } from '#src/mock/demo/demoContext.ts'
import { keepOriginals } from '#src/mock/demo/originals.ts'
import type { WorldRecord } from '#src/mock/demo/records.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import { type DemoStorage, demoSchema, demoTables } from '#src/mock/demo/schema.ts'
import { replaceData, restoreData } from '#src/mock/demo/seedWorld.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

import { propertyTest } from '../../support/propertyTest.ts'

const scenario = scenarioOf('tokens')
const startsAt = new Date(scenario.startsAt)
const record: WorldRecord = {
  ...createWorldRecord('tokens', startsAt.toISOString(), 'tokens', startsAt.getTime()),
  seededBy: 'version 1',
}
const keepsNobody = { keepSessions: false }

let data: SeedData
let databases = 0

beforeAll(async () => {
  data = await scenario.world(startsAt)
})

async function seeded(storage: DemoStorage, initialData = data): Promise<DemoStorage> {
  await replaceData(storage, record, initialData, keepsNobody)
  return storage
}

/** Returns all records of a storage, and the rows of its tokens, in the order of their ids. */
function contentOf(storage: DemoStorage): Promise<unknown> {
  return storage.read(async (db) => {
    const records = await Promise.all(
      demoTables.map(async (table) => [table, await db.all(table)] as const),
    )
    const rows = []
    for await (const batch of db.rows('tokens')) rows.push(...batch)
    rows.sort((one, other) => (one.id < other.id ? -1 : 1))
    return { ...Object.fromEntries(records), rows, originals: await db.all('originals') }
  })
}

describe.each([
  ['memory', () => createMemoryStorage(demoSchema)],
  ['IndexedDB', () => createIndexedDbStorage(demoSchema, `originals-${++databases}`)],
])('a reset in %s', (_name, create) => {
  it('restores what has changed, was added or was deleted', async () => {
    const storage = await seeded(create())
    const initial = await contentOf(storage)
    const world = keepOriginals(storage)
    await world.write(async (db) => {
      const [one, other, third] = await db.all('tokens')
      if (!one || !other || !third) throw new Error('The scenario has too few tokens.')
      // Two tokens change names, by a third name.
      await db.put('tokens', { ...one, name: 'Meanwhile', nameKey: 'meanwhile' })
      await db.put('tokens', { ...other, name: one.name, nameKey: one.nameKey })
      await db.put('tokens', { ...one, name: other.name, nameKey: other.nameKey })
      await db.delete('tokens', third.id)
      await db.put('tokens', { ...third, id: 'tok_new', keyHash: 'new', keyEnding: 'new1' })
      await db.clear('tags')
      await db.putAll('counters', [{ id: 'exchanges', last: 7 }])
    })
    await world.write((db) => db.delete('tokens', 'tok_new'))
    expect(await contentOf(storage)).not.toEqual(initial)
    expect(await restoreData(storage, record, keepsNobody)).toBe(true)
    expect(await contentOf(storage)).toEqual(initial)
  })

  it('keeps the original although changes of a record run at the same time', async () => {
    const storage = await seeded(create())
    const initial = await contentOf(storage)
    await keepOriginals(storage).write(async (db) => {
      const tags = await db.all('tags')
      await Promise.all([
        ...tags.map((tag) => db.put('tags', { ...tag, name: 'One' })),
        ...tags.map((tag) => db.put('tags', { ...tag, name: 'Other' })),
      ])
    })
    await restoreData(storage, record, keepsNobody)
    expect(await contentOf(storage)).toEqual(initial)
  })

  it('keeps no original of a change that fails', async () => {
    const storage = await seeded(create())
    const initial = await contentOf(storage)
    const failing = keepOriginals(storage).write(async (db) => {
      await db.clear('tags')
      throw new Error('It fails.')
    })
    await expect(failing).rejects.toThrow('It fails.')
    expect(await contentOf(storage)).toEqual(initial)
  })

  it('does not restore other initial data', async () => {
    const storage = create()
    expect(await restoreData(storage, record, keepsNobody)).toBe(false)
    await seeded(storage)
    await keepOriginals(storage).write((db) => db.clear('tags'))
    const changed = await contentOf(storage)
    const later = new Date(startsAt.getTime() + 1).toISOString()
    const { seededBy: _, ...withoutVersion } = record
    for (const other of [
      { ...record, scenario: 'many' },
      { ...record, startsAt: later },
      { ...record, seed: null },
      { ...record, seededBy: 'version 2' },
      withoutVersion,
    ]) {
      expect(await restoreData(storage, other, keepsNobody)).toBe(false)
    }
    expect(await contentOf(storage)).toEqual(changed)
    await replaceData(storage, withoutVersion, data, keepsNobody)
    expect(await restoreData(storage, withoutVersion, keepsNobody)).toBe(false)
  })

  it('lets users stay logged in, and forgets them with the next reset', async () => {
    const storage = await seeded(create())
    const initial = await contentOf(storage)
    const [user] = data.users
    const session = { id: 'hash', userId: user?.id ?? '', expiresAt: startsAt.toISOString() }
    const unknown = { ...session, id: 'other', userId: 'usr_gone' }
    await keepOriginals(storage).write((db) => db.putAll('sessions', [session, unknown] as never))
    await restoreData(storage, record, { keepSessions: true })
    const kept = await storage.read((db) => db.all('sessions'))
    expect(kept).toMatchObject([{ id: 'hash', userId: user?.id }])
    expect(Date.parse(kept[0]?.expiresAt ?? '')).toBeGreaterThan(startsAt.getTime())
    await restoreData(storage, record, keepsNobody)
    expect(await contentOf(storage)).toEqual(initial)
  })
})

describe('a reset after any changes', propertyTest, () => {
  const ids = fc.constantFrom(1, 2, 3, 4, 5)
  const change = fc.oneof(
    fc.record({ type: fc.constant('put' as const), id: ids, name: fc.string() }),
    fc.record({ type: fc.constant('delete' as const), id: ids }),
    fc.record({ type: fc.constant('clear' as const) }),
  )

  it('restores the initial data', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change)), async (transactions) => {
        const storage = await seeded(createMemoryStorage(demoSchema), {
          ...data,
          requests: [],
          usage: [],
        })
        const initial = await contentOf(storage)
        const world = keepOriginals(storage)
        for (const changes of transactions) {
          await world.write(async (db) => {
            for (const one of changes) {
              if (one.type === 'clear') await db.clear('tags')
              else if (one.type === 'delete') await db.delete('tags', one.id)
              else await db.put('tags', { id: one.id, name: one.name } as never)
            }
          })
        }
        await restoreData(storage, record, keepsNobody)
        expect(await contentOf(storage)).toEqual(initial)
      }),
    )
  })
})
