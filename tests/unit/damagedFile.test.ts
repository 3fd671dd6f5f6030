import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { Schema } from '#src/mock/storage/port.ts'
import { openSqliteFile } from '#src/mock/storage/sqlite/openFile.ts'

import { createMemoryFolder } from '../support/memoryFolder.ts'

const folder = createMemoryFolder()
let files = 0
const freshFile = () => path.join(folder, `data-${++files}`)

interface Item {
  id: string
  name: string
  group: number
}

const indexes = {
  items: {
    byName: { fields: ['name'], unique: true },
    byGroup: { fields: ['group', 'id'], unique: false },
  },
} as const

const schema: Schema<{
  tables: { items: Item }
  indexes: typeof indexes
  rows: { items: { id: string; group: number } }
}> = {
  version: 4,
  oldestVersion: 2,
  indexes,
  computed: {},
  projections: { items: ({ id, group }) => ({ id, group }) },
}

const items = Array.from({ length: 200 }, (_, number) => ({
  id: `item-${number}`,
  name: `${number} `.repeat(40),
  group: number % 7,
}))

const open = (file: string) =>
  openSqliteFile(schema, file, { fill: (db) => db.putAll('items', items) })

/** Reads a file in every way: all records, along an index, and rows. */
async function readEverything(storage: Awaited<ReturnType<typeof open>>) {
  return storage.read(async (db) => {
    const groups = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6].map((group) => db.list('items', 'byGroup', { equals: [group] })),
    )
    const rows = []
    for await (const some of db.rows('items')) rows.push(...some)
    rows.sort((one, other) => (one.id < other.id ? -1 : 1))
    return { all: await db.all('items'), groups, rows }
  })
}

type Content = Awaited<ReturnType<typeof readEverything>>

/** Creates a file. Returns its bytes, and what it holds. */
async function createFile(): Promise<{ bytes: Buffer; content: Content }> {
  const file = freshFile()
  const storage = await open(file)
  const content = await readEverything(storage)
  storage.close()
  return { bytes: readFileSync(file), content }
}

/** Opens a file with these bytes. Returns what it holds; undefined if it is refused in words, and unchanged. */
async function contentOf(bytes: Buffer): Promise<Content | undefined> {
  const file = freshFile()
  writeFileSync(file, bytes)
  const storage = await open(file).catch((error: unknown) => {
    expect(String(error)).toMatch(/is damaged|holds no data|is from a/)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
  if (!storage) return undefined
  const content = await readEverything(storage)
  storage.close()
  return content
}

describe('a damaged file', () => {
  it('is refused, wherever it was cut', async () => {
    const { bytes } = await createFile()
    for (let number = 1; number <= 100; number += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * number) / 101))
      expect(await contentOf(cut), `cut at ${cut.length}`).toBeUndefined()
    }
  })

  it('is refused or whole, whichever bit is flipped', async () => {
    const { bytes, content } = await createFile()
    let refused = 0
    for (let number = 0; number < 100; number += 1) {
      const flipped = Buffer.from(bytes)
      const at = Math.floor((bytes.length * number) / 100) + number
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (number % 8)), at)
      const found = await contentOf(flipped)
      if (found) expect(found, `bit ${number % 8} of byte ${at}`).toEqual(content)
      else refused += 1
    }
    expect(refused).toBeGreaterThan(50)
  })

  it('is refused, or has all but the last transaction, whichever bit of its log is flipped', async () => {
    const { file, log, names } = await createLog()
    let refused = 0
    for (let number = 0; number < 100; number += 1) {
      const flipped = Buffer.from(log)
      const at = Math.floor((log.length * number) / 100) + (number % 40)
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (number % 8)), at)
      const copy = freshFile()
      copyFileSync(file, copy)
      writeFileSync(`${copy}-wal`, flipped)
      const storage = await open(copy).catch((error: unknown) => {
        expect(String(error)).toContain('is damaged')
        expect(readFileSync(copy).equals(readFileSync(file))).toBe(true)
        expect(readFileSync(`${copy}-wal`).equals(flipped)).toBe(true)
      })
      if (!storage) refused += 1
      else {
        const found = (await readEverything(storage)).all.map(({ name }) => name)
        storage.close()
        const why = `bit ${number % 8} of byte ${at} of the log`
        expect([names, names.slice(0, -1)], why).toContainEqual(found)
      }
    }
    expect(refused).toBeGreaterThan(70)
  })

  it.each([18, 19])('is refused if byte %i of its header would hide its log', async (at) => {
    const { file, log } = await createLog()
    const bytes = readFileSync(file)
    const copy = freshFile()
    bytes.writeUInt8(0, at)
    writeFileSync(copy, bytes)
    writeFileSync(`${copy}-wal`, log)
    await expect(open(copy)).rejects.toThrow('holds no data that this version can read')
    expect(readFileSync(copy).equals(bytes)).toBe(true)
  })

  it('is read if its log ends in a transaction that was not written completely', async () => {
    const { file, log, names } = await createLog()
    for (const missing of [1, 100, 4_200]) {
      const copy = freshFile()
      copyFileSync(file, copy)
      writeFileSync(`${copy}-wal`, log.subarray(0, log.length - missing))
      const storage = await open(copy)
      const found = (await readEverything(storage)).all.map(({ name }) => name)
      storage.close()
      expect(found).toEqual(names.slice(0, -1))
    }
  })
})

describe('a large file', () => {
  it('is opened at once, and reported soon if it is damaged', async () => {
    const file = freshFile()
    const large = ['a', 'b', 'c'].map((id) => ({ id, name: id.repeat(3_000_000), group: 1 }))
    const first = await openSqliteFile(schema, file, { fill: (db) => db.putAll('items', large) })
    first.close()
    const bytes = readFileSync(file)
    const start = '{"id":"b","name"'
    bytes.write(start.toUpperCase(), bytes.indexOf(start))
    writeFileSync(file, bytes)

    const damage = Promise.withResolvers<string>()
    const storage = await openSqliteFile(schema, file, {
      fill: async () => undefined,
      onDamage: damage.resolve,
    })
    onTestFinished(() => storage.close())
    const nameOf = (id: string) =>
      storage.read(async (db) => (await db.get('items', id))?.name.slice(0, 3))
    expect(await nameOf('a')).toBe('aaa')
    await expect(nameOf('b')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await damage.promise).toContain(`${file} is damaged. Replace it with a backup`)
  })
})

/** Creates a file with a log, as a process that was killed leaves them. */
async function createLog(): Promise<{ file: string; log: Buffer; names: string[] }> {
  const source = freshFile()
  const storage = await openSqliteFile(schema, source, { fill: async () => undefined })
  const names = Array.from({ length: 30 }, (_, number) => `name ${String(number).padStart(2, '0')}`)
  for (const name of names) {
    await storage.write((db) => db.put('items', { id: name, name, group: 1 }))
  }
  const file = freshFile()
  copyFileSync(source, file)
  const log = readFileSync(`${source}-wal`)
  storage.close()
  return { file, log, names }
}
