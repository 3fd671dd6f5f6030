import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { schema, type Storage, type Writer } from '#src/mock/domain/schema.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createSqliteMemory } from '#src/mock/storage/sqlite/storage.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { apiOn, startApi, worldWithToken } from './api.ts'
import { anyRequest } from './requests.ts'

let databases = 0
const storages: [string, (fill: (db: Writer) => Promise<void>) => Promise<Storage>][] = [
  ['IndexedDB', async (fill) => createIndexedDbStorage(schema, `answers-${++databases}`, fill)],
  ['SQLite', (fill) => createSqliteMemory(schema, fill)],
]

describe('the same requests', propertyTest, () => {
  it.each(storages)(
    'get the same responses from %s as from memory, byte for byte',
    async (_name, create) => {
      const requests = fc.array(anyRequest(), { minLength: 1, maxLength: 10 })
      await fc.assert(
        fc.asyncProperty(requests, async (all) => {
          const made = worldWithToken()
          const persistent = apiOn(await create((db) => seed(db, made.world)), made)
          const memory = await startApi()
          for (const sent of all) {
            const [one, other] = [await persistent.send(sent), await memory.send(sent)]
            expect([one.status, one.text]).toEqual([other.status, other.text])
            expect([...one.headers]).toEqual([...other.headers])
          }
        }),
        { numRuns: 100 },
      )
    },
  )
})
