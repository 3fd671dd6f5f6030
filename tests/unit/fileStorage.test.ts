import fs, {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import type { BusinessRecord } from '#src/mock/domain/records.ts'
import { type FileStorage, openFileStorage } from '#src/mock/storage/file.ts'
import { type HelpdeskTypes, schema, type Writer } from '#src/mock/domain/schema.ts'

/**
 * Simulates a full disk: from now on, each write stores only half of its data.
 *
 * @returns a function that frees space again.
 */
function fillDisk(): () => void {
  const { writeFileSync: write } = fs
  const spy = vi.spyOn(fs, 'writeFileSync').mockImplementation((file, data, options) => {
    const bytes = Buffer.from(data as string | Buffer)
    write(file, bytes.subarray(0, bytes.length / 2), options)
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  })
  syncBuiltinESMExports()
  return () => {
    spy.mockRestore()
    syncBuiltinESMExports()
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'edesk-file-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const freshFile = () => path.join(folder, `data-${++files}`)

const business = (id: string, name = id): BusinessRecord => ({
  id,
  name,
  plan: 'starter',
  timeZone: 'Europe/Dublin',
})
const add = (storage: FileStorage<HelpdeskTypes>, ...records: BusinessRecord[]) =>
  storage.write(async (db) => {
    for (const record of records) await db.put('businesses', record)
  })
const open = (file: string, fill: (db: Writer) => Promise<void> = async () => undefined) =>
  openFileStorage(schema, file, fill)
const names = (storage: FileStorage<HelpdeskTypes>) =>
  storage.dump().businesses.map(({ name }) => name)

describe('storage in a file', () => {
  it('has all data when it is opened again, and is filled only once', async () => {
    const file = freshFile()
    const first = await open(file, (db) => db.put('businesses', business('one')))
    await add(first, business('two'), business('three'))
    await add(first, business('two', 'second'))
    await first.write((db) => db.delete('businesses', 'one'))
    first.close()
    const again = await open(file, (db) => db.put('businesses', business('one')))
    expect(names(again).sort()).toEqual(['second', 'three'])
    again.close()
  })

  it('stores a transaction completely or not at all', async () => {
    const file = freshFile()
    const storage = await open(file)
    const failing = storage.write(async (db) => {
      await db.put('businesses', business('one'))
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    await add(storage, business('two'))
    storage.close()
    const again = await open(file)
    expect(names(again)).toEqual(['two'])
    again.close()
  })

  it.each(['[{"table":"businesses","id":"x","rec', '[', '\0\0\0\0', '[{"name":"\xc3'])(
    'ignores an incomplete last line: %j',
    async (half) => {
      const file = freshFile()
      const storage = await open(file)
      await add(storage, business('one'))
      storage.close()
      appendFileSync(file, half, 'latin1')
      const again = await open(file)
      await add(again, business('two'))
      again.close()
      const third = await open(file)
      expect(names(third)).toEqual(['one', 'two'])
      third.close()
    },
  )

  it('reads a transaction that swaps unique values', async () => {
    const file = freshFile()
    const user = (id: string, number: number) => ({
      id,
      businessId: 'b',
      name: id,
      email: `${id}@example.com`,
      role: 'agent' as const,
      passwordHash: '',
      number,
    })
    const storage = await open(file)
    await storage.write(async (db) => {
      await db.put('users', user('ada', 1))
      await db.put('users', user('bob', 2))
    })
    await storage.write(async (db) => {
      await db.put('users', user('ada', 3))
      await db.put('users', user('bob', 1))
      await db.put('users', user('ada', 2))
    })
    // Not closed, as after a crash.
    writeFileSync(`${file}.lock`, '')
    const again = await open(file)
    expect(again.dump().users.map(({ number }) => number)).toEqual([2, 1])
    again.close()
  })

  it('does not grow without limit', async () => {
    const file = freshFile()
    const storage = await open(file)
    const long = 'x'.repeat(2_000_000)
    for (let number = 0; number < 40; number += 1) {
      await add(storage, business('one', `${number} ${long}`))
    }
    expect(statSync(file).size).toBeLessThan(40_000_000)
    await add(storage, business('two'))
    storage.close()
    const again = await open(file)
    expect(names(again)).toEqual([`39 ${long}`, 'two'])
    again.close()
  })
})

describe('a full disk', () => {
  it('changes no data, and works again after space is freed', async () => {
    const file = freshFile()
    const storage = await open(file)
    await add(storage, business('one'))
    const makeRoom = fillDisk()
    onTestFinished(makeRoom)
    const kind = 'full'
    await expect(add(storage, business('two'))).rejects.toMatchObject({ kind })
    await expect(add(storage, business('two'))).rejects.toMatchObject({ kind })
    expect(names(storage)).toEqual(['one'])
    makeRoom()
    await add(storage, business('three'))
    storage.close()
    const again = await open(file)
    expect(names(again)).toEqual(['one', 'three'])
    again.close()
  })

  it('prevents opening the storage with a clear error, and loses no data', async () => {
    const file = freshFile()
    const storage = await open(file)
    await add(storage, business('one'))
    storage.close()
    const before = readFileSync(file, 'utf8')
    onTestFinished(fillDisk())
    await expect(open(file)).rejects.toThrow(`There is no room left for ${file}`)
    expect(readFileSync(file, 'utf8')).toBe(before)
    expect([existsSync(`${file}.new`), existsSync(`${file}.lock`)]).toEqual([false, false])
  })
})

describe('opening a file', () => {
  it.each([
    ['holds something else', 'Dear diary,\n', 'holds no data that this version can read'],
    [
      'is of a newer version',
      '{"format":"edesk-demo-data","version":3}\n[]\n',
      'holds no data that this version can read',
    ],
    [
      'is damaged in its middle',
      '{"format":"edesk-demo-data","version":2}\n[\n[]\n',
      'is damaged in line 2',
    ],
  ])('fails if the file %s, and leaves it unchanged', async (_why, content, words) => {
    const file = freshFile()
    writeFileSync(file, content)
    await expect(open(file)).rejects.toThrow(words)
    expect(readFileSync(file, 'utf8')).toBe(content)
    expect(existsSync(`${file}.lock`)).toBe(false)
  })

  it('fails in a missing folder, and for a folder', async () => {
    await expect(open(path.join(folder, 'none', 'data'))).rejects.toThrow('There is no folder')
    await expect(open(folder)).rejects.toThrow('is not a regular file')
  })

  it('fails while another process uses the file', async () => {
    const file = freshFile()
    writeFileSync(`${file}.lock`, String(process.ppid))
    await expect(open(file)).rejects.toThrow(`in use by process ${process.ppid}`)
    expect(existsSync(`${file}.lock`)).toBe(true)
  })

  it.each(['', '0', '-1', 'nobody', '2147483647'])(
    'ignores the lock of a process that has ended: %j',
    async (owner) => {
      const file = freshFile()
      // An empty file, as `mktemp` creates it, counts as new.
      writeFileSync(file, '')
      writeFileSync(`${file}.lock`, owner)
      const storage = await open(file, (db) => db.put('businesses', business('one')))
      expect(names(storage)).toEqual(['one'])
      expect(readFileSync(`${file}.lock`, 'utf8')).toBe(String(process.pid))
      storage.close()
    },
  )
})
