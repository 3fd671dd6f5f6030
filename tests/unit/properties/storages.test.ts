import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { schema, type Storage, type Writer } from '#src/mock/domain/schema.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createSqliteMemory } from '#src/mock/storage/sqlite/storage.ts'

import { hasPostgres, openTestStorage } from '../../support/postgres/databases.ts'
import { propertyTest } from '../../support/propertyTest.ts'
import { apiOn, startApi, worldWithToken } from './api.ts'
import { anyRequest } from './requests.ts'

let databases = 0
/** Each storage, and how many cases are tried. */
const storages: [string, number, (fill: (db: Writer) => Promise<void>) => Promise<Storage>][] = [
  [
    'IndexedDB',
    100,
    async (fill) => createIndexedDbStorage(schema, `answers-${++databases}`, fill),
  ],
  ['SQLite', 100, (fill) => createSqliteMemory(schema, fill)],
]
// Each case needs a database of its own.
if (hasPostgres) storages.push(['PostgreSQL', 20, (fill) => openTestStorage(schema, { fill })])

describe('the same requests', propertyTest, () => {
  it.each(storages)(
    'get the same responses from %s as from memory, byte for byte',
    async (_name, numRuns, create) => {
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
        { numRuns },
      )
    },
  )
})
