import { expect, it } from 'vitest'

import { schema } from '#src/mock/domain/schema.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { observeTransactions, type Transaction } from '#src/mock/storage/observeTransactions.ts'

function start() {
  const transactions: Transaction[] = []
  let time = 0
  const storage = observeTransactions(
    createMemoryStorage(schema),
    () => (time += 7),
    (transaction) => transactions.push(transaction),
  )
  return { storage, transactions }
}

it('each transaction is reported with its kind and duration, and does what it did', async () => {
  const { storage, transactions } = start()
  const session = { id: 'one', userId: 'two', expiresAt: '2026-11-24T09:00:00Z' }
  await storage.write((db) => db.put('sessions', session))
  expect(await storage.read((db) => db.get('sessions', 'one'))).toEqual(session)
  expect(transactions).toEqual([
    { kind: 'write', milliseconds: 7, isCommitted: true },
    { kind: 'read', milliseconds: 7, isCommitted: true },
  ])
})

it('a transaction that fails is reported too, and still fails', async () => {
  const { storage, transactions } = start()
  const failing = storage.write(() => Promise.reject(new Error('rejected')))
  await expect(failing).rejects.toThrow('rejected')
  expect(transactions).toEqual([{ kind: 'write', milliseconds: 7, isCommitted: false }])
})
