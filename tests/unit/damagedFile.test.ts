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

const open = (file: string) => openSqliteFile(schema, file, { fill: async () => undefined })

/** Returns the names in an intact file, in the order of their ids. */
async function namesIn(file: string): Promise<string[]> {
  const storage = await open(file)
  try {
    return (await storage.read((db) => db.all('items'))).map(({ name }) => name)
  } finally {
    storage.close()
  }
}

describe('a damaged file', () => {
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
      const found = await namesIn(copy).catch((error: unknown) => {
        expect(String(error)).toContain('is damaged')
        expect(readFileSync(copy).equals(readFileSync(file))).toBe(true)
        expect(readFileSync(`${copy}-wal`).equals(flipped)).toBe(true)
      })
      if (!found) refused += 1
      else {
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
      expect(await namesIn(copy)).toEqual(names.slice(0, -1))
    }
  })

  it.each([1, 4_200, 40_000, 0])(
    'is refused if the index of its log counts what is cut off: %i bytes from the end, 0 for all',
    async (missing) => {
      const { file, log, index } = await createLog()
      const copy = freshFile()
      const cut = log.subarray(0, missing === 0 ? 0 : -missing)
      copyFileSync(file, copy)
      writeFileSync(`${copy}-wal`, cut)
      writeFileSync(`${copy}-shm`, index)
      await expect(open(copy)).rejects.toThrow('Its log has a damaged transaction')
      expect(readFileSync(copy).equals(readFileSync(file))).toBe(true)
      expect(readFileSync(`${copy}-wal`).equals(cut)).toBe(true)
    },
  )

  it('is read if the index of its log is damaged, or belongs to another log', async () => {
    const { file, log, index, names } = await createLog()
    const other = await createLog()
    const damaged = Buffer.from(index)
    for (const start of [0, 48]) damaged.writeUInt32LE(1_000, start + 16)
    for (const wrong of [damaged, other.index, index.subarray(0, 60)]) {
      const copy = freshFile()
      copyFileSync(file, copy)
      writeFileSync(`${copy}-wal`, log.subarray(0, -1))
      writeFileSync(`${copy}-shm`, wrong)
      expect(await namesIn(copy)).toEqual(names.slice(0, -1))
    }
  })
})

describe('an empty file', () => {
  it('is refused if a host has used it, and stays empty', async () => {
    const file = freshFile()
    ;(await open(file)).close()
    writeFileSync(file, '')
    await expect(open(file)).rejects.toThrow(`${file} is empty, although a host has used it.`)
    expect(readFileSync(file)).toHaveLength(0)
  })

  it('is a new one if no host has used it', async () => {
    const file = freshFile()
    writeFileSync(file, '')
    expect(await namesIn(file)).toEqual([])
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

/** Creates a file with a log and the index of the log, as a process that was killed leaves them. */
async function createLog() {
  const source = freshFile()
  const storage = await openSqliteFile(schema, source, { fill: async () => undefined })
  const names = Array.from({ length: 30 }, (_, number) => `name ${String(number).padStart(2, '0')}`)
  for (const name of names) {
    await storage.write((db) => db.put('items', { id: name, name, group: 1 }))
  }
  const file = freshFile()
  copyFileSync(source, file)
  const log = readFileSync(`${source}-wal`)
  const index = readFileSync(`${source}-shm`)
  storage.close()
  return { file, log, index, names }
}
