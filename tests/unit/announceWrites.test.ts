import { expect, it, vi } from 'vitest'

import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { announceWrites } from '#src/mock/storage/announceWrites.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

const session = { id: 'one', userId: 'two', expiresAt: '2026-11-24T09:00:00Z' }

function start() {
  const announce = vi.fn()
  return { storage: announceWrites(createMemoryStorage(schema), announce), announce }
}

it.each<[string, (db: Writer) => Promise<void>]>([
  ['put', (db) => db.put('sessions', session)],
  ['putAll', (db) => db.putAll('sessions', [session])],
  ['delete', (db) => db.delete('sessions', 'one')],
  ['clear', (db) => db.clear('sessions')],
])('a transaction that calls %s is announced once, when it is stored', async (_name, change) => {
  const { storage, announce } = start()
  await storage.write(async (db) => {
    await change(db)
    await change(db)
    expect(announce).not.toHaveBeenCalled()
  })
  expect(announce).toHaveBeenCalledTimes(1)
})

it('a written record can be read in the same transaction and afterwards', async () => {
  const { storage } = start()
  const inside = await storage.write(async (db) => {
    await db.put('sessions', session)
    return db.get('sessions', 'one')
  })
  expect(inside).toEqual(session)
  expect(await storage.read((db) => db.get('sessions', 'one'))).toEqual(session)
})

it('a transaction that writes nothing, only reads, or fails is not announced', async () => {
  const { storage, announce } = start()
  await storage.write((db) => db.get('sessions', 'one'))
  await storage.read((db) => db.all('sessions'))
  const failing = storage.write(async (db) => {
    await db.put('sessions', session)
    throw new Error('rejected')
  })
  await expect(failing).rejects.toThrow('rejected')
  expect(announce).not.toHaveBeenCalled()
})

it('a transaction that is run again counts as it ended, with its subject', async () => {
  const memory = createMemoryStorage(schema)
  const subjects: (string | undefined)[] = []
  const announce = vi.fn()
  const storage = announceWrites(
    {
      ...memory,
      async write(work, subject) {
        subjects.push(subject)
        await memory.write(work)
        return memory.write(work)
      },
    },
    announce,
  )
  let runs = 0
  await storage.write(async (db) => {
    if (++runs === 1) await db.put('sessions', session)
  }, 'token 1')
  expect([runs, subjects]).toEqual([2, ['token 1']])
  expect(announce).not.toHaveBeenCalled()
})
