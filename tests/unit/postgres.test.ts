import { type Client, DatabaseError } from 'pg'
import { describe, expect, inject, it } from 'vitest'

import { schema } from '#src/mock/domain/schema.ts'
import { assertRecent } from '#src/mock/storage/postgres/connections.ts'
import { toPortError } from '#src/mock/storage/postgres/databaseErrors.ts'
import { toBytes } from '#src/mock/storage/postgres/keys.ts'
import { openPostgres } from '#src/mock/storage/postgres/openDatabase.ts'
import { statementsOn } from '#src/mock/storage/postgres/statements.ts'

import {
  asSuperuser,
  createDatabase,
  hasPostgres,
  openTestStorage,
} from '../support/postgres/databases.ts'
import { business, user } from '../support/storageRecords.ts'

describe('keys as bytes', () => {
  it('sort numbers before texts, numbers by value, and texts by UTF-16 code units', () => {
    const sorted = [
      ...[-Infinity, -2, -1.5, -1e-9, 0, 1e-9, 1, 2, 10, 1e300, Infinity],
      ...['', '\0', '\0\0', 'a', 'a\0', 'aa', 'b', '\u{1F600}', '\uDE00', '\uE000', '\uFFFF'],
    ]
    const bytes = sorted.map((key) => toBytes(key) ?? Buffer.of())
    expect([...bytes].sort((one, other) => Buffer.compare(one, other))).toEqual(bytes)
    expect(toBytes(-0)).toEqual(toBytes(0))
    expect([null, undefined, {}].map(toBytes)).toEqual([null, null, null])
  })
})

describe('errors of PostgreSQL', () => {
  it.each([
    ['53100', { name: 'StorageError', kind: 'full' }],
    ['42P01', { name: 'StorageError', kind: 'newer' }],
    ['57P01', { name: 'StorageError', kind: 'unavailable' }],
    ['23505', { name: 'ConstraintError' }],
  ])('with the code %s become errors of the storage port', (code, expected) => {
    const error = Object.assign(new DatabaseError('', 0, 'error'), { code })
    expect(toPortError(error)).toMatchObject(expected)
  })

  it('include a version that is too old', async () => {
    const reporting = (server_version_num: string) => {
      const client = { query: async () => ({ rows: [{ server_version_num }] }) }
      return assertRecent(statementsOn(client as unknown as Client))
    }
    await expect(reporting('140010')).rejects.toThrow('is PostgreSQL 14. Use version 15 or later.')
    await expect(reporting('150000')).resolves.toBeUndefined()
  })
})

describe.skipIf(!hasPostgres)('storage in PostgreSQL', () => {
  it('keeps its data, and fills a database once', async () => {
    const url = await createDatabase()
    const first = await openTestStorage(schema, {
      url,
      fill: (db) => db.put('businesses', business('one')),
    })
    await first.write((db) => db.put('businesses', business('one', 'Changed')))
    await first.close()
    const again = await openTestStorage(schema, {
      url,
      fill: () => Promise.reject(new Error('not called')),
    })
    expect((await again.read((db) => db.get('businesses', 'one')))?.name).toBe('Changed')
  })

  it('creates nothing if filling it fails', async () => {
    const url = await createDatabase()
    const fill = () => Promise.reject(new Error('no data'))
    await expect(openTestStorage(schema, { url, fill })).rejects.toThrow('no data')
    const storage = await openTestStorage(schema, { url })
    expect(await storage.read((db) => db.all('businesses'))).toEqual([])
  })

  it('keeps the records and numbers of an earlier version, and shuts it out', async () => {
    const url = await createDatabase()
    const before: typeof schema = { ...schema, version: schema.oldestVersion, computed: {} }
    const old = await openTestStorage(before, { url })
    await old.write((db) => db.put('users', user('ada')))
    await old.write((db) => db.put('counters', { id: 'tags', last: 40 }))
    const numbers = (storage: typeof old) =>
      storage.write(async (db) => db.takeNumbers?.('counters', 'tags', 2))
    expect(await numbers(old)).toEqual([41, 42])
    const byName = (storage: typeof old) =>
      storage.read((db) => db.list('users', 'byBusiness', { equals: ['b'] }))
    expect(await byName(old)).toEqual([])
    const storage = await openTestStorage(schema, { url })
    expect(await byName(storage)).toEqual([user('ada')])
    expect(await numbers(storage)).toEqual([43, 44])
    await expect(byName(old)).rejects.toMatchObject({ name: 'StorageError', kind: 'newer' })
    await expect(openTestStorage(before, { url })).rejects.toThrow('is from a newer version')
  })

  it('takes numbers that no other transaction takes, without conflicts', async () => {
    let retries = 0
    const storage = await openTestStorage(schema, { onRetry: () => void (retries += 1) })
    const taken = await Promise.all(
      Array.from({ length: 10 }, () =>
        storage.write(async (db) => db.takeNumbers?.('counters', 'orderItems', 3)),
      ),
    )
    expect(taken.flat().sort((one, other) => Number(one) - Number(other))).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    )
    expect(retries).toBe(0)
  })

  it('tries a transaction again that conflicts with another one', async () => {
    let retries = 0
    const storage = await openTestStorage(schema, { onRetry: () => void (retries += 1) })
    const { promise: bothHaveRead, resolve } = Promise.withResolvers<null>()
    let readers = 0
    const add = () =>
      storage.write(async (db) => {
        const count = (await db.all('businesses')).length
        readers += 1
        if (readers === 2) resolve(null)
        await bothHaveRead
        await db.put('businesses', business(`${count}`))
      })
    await Promise.all([add(), add()])
    expect((await storage.read((db) => db.all('businesses'))).map(({ id }) => id)).toEqual([
      '0',
      '1',
    ])
    expect(retries).toBe(1)
  })
})

describe.skipIf(!hasPostgres)('opening a database', () => {
  const open = (url: string) =>
    openPostgres(schema, url, { fill: async () => undefined, random: () => 0 })

  it.each([
    ['that does not exist', { pathname: 'missing' }, 'has no such database'],
    ['with a wrong password', { password: 'Wrong-Word' }, 'password is wrong'],
    ['where nothing listens', { search: '?host=/nowhere' }, 'Nothing listens there'],
  ])('%s fails, and says why without the password', async (_title, change, words) => {
    const url = Object.assign(new URL(inject('postgresUrl') ?? ''), change)
    const failure = await open(url.href).catch((error: unknown) => String(error))
    expect(failure).toContain(words)
    expect(failure).toContain('Cannot use PostgreSQL at ')
    expect(failure).not.toContain(url.password)
  })

  it('as a user who may not create tables fails', async () => {
    const url = new URL(await createDatabase())
    await asSuperuser(
      'DROP ROLE IF EXISTS reader',
      `CREATE ROLE reader LOGIN PASSWORD '${url.password}'`,
    )
    url.username = 'reader'
    await expect(open(url.href)).rejects.toThrow('Grant CREATE on the database')
  })
})
