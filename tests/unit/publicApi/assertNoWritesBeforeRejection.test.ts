import { describe, expect, it } from 'vitest'

import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { assertNoWritesBeforeRejection } from '#src/mock/publicApi/request/assertNoWritesBeforeRejection.ts'
import { EdeskError } from '#src/mock/publicApi/edeskError.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

const rejection = new EdeskError(404, 'Not found', 'There is nothing at this address.')
const counter = { id: 'tags', last: 1 }

/** Runs an operation that does `work` and then rejects the request. */
function reject(work: (db: Writer) => Promise<unknown>): Promise<never> {
  return createMemoryStorage(schema).write((transaction) =>
    assertNoWritesBeforeRejection(transaction, async (db) => {
      await work(db)
      throw rejection
    }),
  )
}

describe('an operation of the public API that rejects a request', () => {
  it('may read before', async () => {
    await expect(reject((db) => db.get('counters', 'tags'))).rejects.toBe(rejection)
  })

  it.each<[string, (db: Writer) => Promise<unknown>]>([
    ['put', (db) => db.put('counters', counter)],
    ['putAll', (db) => db.putAll('counters', [counter])],
    ['delete', (db) => db.delete('counters', 'tags')],
    ['clear', (db) => db.clear('counters')],
  ])('must not write before with %s', async (_name, write) => {
    await expect(reject(write)).rejects.toThrow('rejected the request after it had written')
  })
})
