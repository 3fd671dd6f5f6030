import { expect, it } from 'vitest'

import { schema } from '#src/mock/domain/schema.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

import { user } from '../support/storageRecords.ts'

it('an index in memory that is first used after changes has the initial records and the changes', async () => {
  const users = ['ada', 'bo', 'cy', 'di'].map((id) => user(id))
  const storage = createMemoryStorage(schema, { users })
  await storage.write(async (db) => {
    await db.delete('users', 'bo')
    await db.put('users', user('cy', { email: 'z@example.com' }))
    await db.put('users', user('ed'))
  })
  const emails = users.map(({ email }) => email)
  const idsOf = (email = '') =>
    storage.read(async (db) => {
      const found = await db.list('users', 'byEmail', { equals: [email] })
      return found.map(({ id }) => id)
    })
  expect(await Promise.all(emails.map(idsOf))).toEqual([['ada'], [], [], ['di']])
  expect(await idsOf('z@example.com')).toEqual(['cy'])
  expect(await idsOf(user('ed').email)).toEqual(['ed'])
})

it('an index in memory has what it had before, if the transaction that first used it fails', async () => {
  const storage = createMemoryStorage(schema, { users: [user('ada')] })
  const count = () => storage.read((db) => db.count('users', 'byBusiness', ['b']))
  const failing = storage.write(async (db) => {
    await db.clear('users')
    await db.put('users', user('bo'))
    throw new Error('in the middle')
  })
  await expect(failing).rejects.toThrow('in the middle')
  expect(await count()).toBe(1)
})

it('of two initial records with the same id, a storage in memory has the last', async () => {
  const users = [user('ada', { email: 'old@example.com' }), user('ada')]
  const storage = createMemoryStorage(schema, { users })
  const countOf = (email: string) => storage.read((db) => db.count('users', 'byEmail', [email]))
  expect(await countOf('old@example.com')).toBe(0)
  expect(await countOf(user('ada').email)).toBe(1)
})
