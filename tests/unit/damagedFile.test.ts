import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import type { Schema } from '#src/mock/storage/port.ts'
import { openSqliteFile } from '#src/mock/storage/sqlite/openFile.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'edesk-damaged-'))
afterAll(() => rmSync(folder, { recursive: true }))
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

const items = Array.from({ length: 400 }, (_, number) => ({
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
})
