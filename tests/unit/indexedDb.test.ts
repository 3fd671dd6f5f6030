import 'fake-indexeddb/auto'

import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'

import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { allRows, token, user } from '../support/storageRecords.ts'

let databases = 0
const freshName = () => `test-${++databases}`

describe('IndexedDB', () => {
  it('is filled once, also if two tabs start at the same time', async () => {
    const name = freshName()
    const fill = vi.fn((db: Writer) => db.put('users', user('ada')))
    const tabs = [
      createIndexedDbStorage(schema, name, fill),
      createIndexedDbStorage(schema, name, fill),
    ]
    const counts = await Promise.all(
      tabs.map((tab) => tab.read((db) => db.count('users', 'byBusiness', ['b']))),
    )
    expect(counts).toEqual([1, 1])
    expect(fill).toHaveBeenCalledTimes(1)
  })

  it('is not created if filling it fails, and is retried at the next request', async () => {
    const fill = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValue(undefined)
    const storage = createIndexedDbStorage(schema, freshName(), fill)
    await expect(storage.read(async () => 'read')).rejects.toBeInstanceOf(StorageError)
    expect(await storage.read(async () => 'read')).toBe('read')
  })

  it('keeps the records of an earlier version, and computes rows and values again', async () => {
    const name = freshName()
    const before: typeof schema = {
      ...schema,
      version: schema.oldestVersion,
      computed: {},
      projections: { tokens: (record) => ({ ...schema.projections.tokens(record), text: 'old' }) },
    }
    const old = createIndexedDbStorage(before, name)
    await old.write((db) => db.putAll('tokens', ['Token 10', 'Łódź', 'Token 2'].map(token)))
    const byNameOrder = (storage: typeof old) =>
      storage.read((db) => db.list('tokens', 'byNameOrder', { equals: ['b'] }))
    expect(await byNameOrder(old)).toEqual([])
    const fill = vi.fn()
    const storage = createIndexedDbStorage(schema, name, fill)
    const kept = await byNameOrder(storage)
    expect(kept.map(({ name }) => name)).toEqual(['Łódź', 'Token 2', 'Token 10'])
    expect(kept[0]).not.toHaveProperty('nameOrder')
    const rows = await storage.read((db) => allRows(db))
    expect(rows.map(({ text }) => text.split('\n')[0]).sort()).toEqual([
      'lodz',
      'token 10',
      'token 2',
    ])
    expect(fill).not.toHaveBeenCalled()
  })

  it('is emptied if its version is too old', async () => {
    const name = freshName()
    const before: typeof schema = { ...schema, version: schema.oldestVersion - 1 }
    const old = createIndexedDbStorage(before, name)
    await old.write((db) => db.put('users', user('ada')))
    const storage = createIndexedDbStorage(schema, name, (db) => db.put('users', user('bob')))
    expect((await storage.read((db) => db.all('users'))).map(({ id }) => id)).toEqual(['bob'])
  })

  it('reports that it is from a newer version', async () => {
    const name = freshName()
    ;(await openDB(name, 99)).close()
    const storage = createIndexedDbStorage(schema, name)
    await expect(storage.read(async () => 'read')).rejects.toMatchObject({ kind: 'newer' })
  })

  it('closes its connection when a newer version needs the database', async () => {
    const name = freshName()
    const storage = createIndexedDbStorage(schema, name)
    await storage.read(async () => 'read')
    const newer = await openDB(name, 99)
    expect(newer.version).toBe(99)
    newer.close()
  })

  it('reports that it is full, and stores nothing of the transaction', async () => {
    const storage = createIndexedDbStorage(schema, freshName())
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(storage.write((db) => db.put('users', user('ada')))).rejects.toMatchObject({
      kind: 'full',
    })
    full.mockRestore()
    expect(await storage.read((db) => db.get('users', 'ada'))).toBeUndefined()
  })

  it('reports that it is missing', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const storage = createIndexedDbStorage(schema, freshName())
    await expect(storage.read(async () => 'read')).rejects.toMatchObject({ kind: 'unavailable' })
    vi.unstubAllGlobals()
  })
})
