import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import path from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { BusinessRecord } from '#src/mock/domain/records.ts'
import { schema, type Storage, type Writer } from '#src/mock/domain/schema.ts'
import { openSqliteFile } from '#src/mock/storage/sqlite/openFile.ts'

import { createMemoryFolder } from '../support/memoryFolder.ts'
import { business, user } from '../support/storageRecords.ts'

const folder = createMemoryFolder()
let files = 0
const freshFile = () => path.join(folder, `data-${++files}`)

/** Opens a file until the test ends. */
async function open(
  file: string,
  {
    fill = async () => undefined,
    definition = schema,
  }: {
    fill?: (db: Writer) => Promise<void>
    definition?: typeof schema
  } = {},
) {
  const storage = await openSqliteFile(definition, file, {
    fill,
  })
  let isOpen = true
  function close(): void {
    if (isOpen) storage.close()
    isOpen = false
  }
  onTestFinished(close)
  return { ...storage, close }
}

/** Creates a file with one business, and closes it. */
async function createFile(definition = schema): Promise<string> {
  const file = freshFile()
  const storage = await open(file, { definition })
  await add(storage, business('one'))
  storage.close()
  return file
}

const add = (storage: Storage, ...records: BusinessRecord[]) =>
  storage.write((db) => db.putAll('businesses', records))
const names = (storage: Storage) =>
  storage.read(async (db) => (await db.all('businesses')).map(({ name }) => name))

describe('storage in a file', () => {
  it('has all data when it is opened again, and is filled only once', async () => {
    const file = freshFile()
    const first = await open(file, { fill: (db) => db.put('businesses', business('one')) })
    await add(first, business('two'), business('three'))
    await add(first, business('two', 'second'))
    await first.write((db) => db.delete('businesses', 'one'))
    first.close()
    const again = await open(file, { fill: (db) => db.put('businesses', business('one')) })
    expect(await names(again)).toEqual(['three', 'second'])
  })

  it('is one file after it was closed, and an empty one for the lock', async () => {
    const file = await createFile()
    const left = readdirSync(folder).filter((name) => name.startsWith(path.basename(file)))
    expect(left).toEqual([path.basename(file), `${path.basename(file)}-lock`])
    expect(readFileSync(`${file}-lock`, 'utf8')).toBe('')
    expect(statSync(file).mode & 0o777, 'others cannot read it').toBe(0o600)
  })

  it('starts with an empty file, and with one that was never filled', async () => {
    const empty = freshFile()
    writeFileSync(empty, '')
    const unfilled = freshFile()
    const failing = open(unfilled, { fill: () => Promise.reject(new Error('no')) })
    await expect(failing).rejects.toThrow('no')
    for (const file of [empty, unfilled]) {
      const storage = await open(file, { fill: (db) => db.put('businesses', business('one')) })
      expect(await names(storage)).toEqual(['one'])
    }
  })

  it('keeps the records of an earlier version, and computes their values again', async () => {
    const before: typeof schema = {
      ...schema,
      version: schema.oldestVersion,
      indexes: { ...schema.indexes, users: { ...schema.indexes.users } },
      computed: {},
    }
    const file = await createFile(before)
    const old = await open(file, { definition: before })
    await old.write((db) => db.put('users', user('ada')))
    old.close()
    const storage = await open(file, { fill: () => Promise.reject(new Error('not called')) })
    expect(await names(storage)).toEqual(['one'])
    expect(await storage.read((db) => db.list('users', 'byBusiness', { equals: ['b'] }))).toEqual([
      user('ada'),
    ])
    storage.close()
    expect(await names(await open(file))).toEqual(['one'])
  })
})

describe('opening a file', () => {
  it.each(['Dear diary,\n', '{"format":"edesk-demo-data","version":2}\n'])(
    'fails if the file has another format, and leaves it unchanged: %j',
    async (content) => {
      const file = freshFile()
      writeFileSync(file, content)
      await expect(open(file)).rejects.toThrow('holds no data that this version can read')
      expect(readFileSync(file, 'utf8')).toBe(content)
      expect(existsSync(`${file}-lock`)).toBe(false)
    },
  )

  it.each([
    [`PRAGMA user_version = ${schema.version + 1}`, 'is from a newer version'],
    [`PRAGMA user_version = ${schema.oldestVersion - 1}`, 'can no longer read'],
    ['PRAGMA application_id = 1', 'holds no data that this version can read'],
    ['DROP INDEX "users byEmail"', 'is damaged. Replace it with a backup'],
    ['DROP TABLE "businesses"', 'is damaged. Replace it with a backup'],
  ])('fails after %s, and leaves it unchanged', async (change, words) => {
    const file = await createFile()
    const database = new DatabaseSync(file)
    database.exec(change)
    database.close()
    const before = readFileSync(file)
    await expect(open(file)).rejects.toThrow(words)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('fails in a missing folder, and for a folder', async () => {
    await expect(open(path.join(folder, 'none', 'data'))).rejects.toThrow('There is no folder')
    await expect(open(folder)).rejects.toThrow('is not a regular file')
  })

  it('fails while a host uses the file, also through a link', async () => {
    const file = await createFile()
    const first = await open(file)
    const link = freshFile()
    symlinkSync(file, link)
    await expect(open(file)).rejects.toThrow(`${file} is in use by another host. Stop it`)
    await expect(open(link)).rejects.toThrow(`${link} is in use by another host. Stop it`)
    const hardLink = freshFile()
    linkSync(file, hardLink)
    await expect(open(hardLink)).rejects.toThrow('has another name (a hard link)')
    rmSync(hardLink)
    first.close()
    expect(await names(await open(link))).toEqual(['one'])
  })
})
