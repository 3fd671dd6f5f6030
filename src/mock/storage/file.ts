import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

import { lockFile } from './fileLock.ts'
import { type Change, createMemoryStorage, type MemoryStorage } from './memory.ts'
import { type Key, StorageError, type TableName, type Tables, type Writer } from './storage.ts'

/** Goes up whenever older files cannot be read any more. */
const version = 2
const header = JSON.stringify({ format: 'edesk-demo-data', version })
const recordsPerLine = 1_000
/** By how many bytes a file may grow before it is written anew, besides by as much as it held at first. */
const growth = 64_000_000

interface Journal {
  append(changes: readonly Change[]): void
  close(): void
}

/** Storage in a file, and how to let go of it. */
export interface FileStorage extends MemoryStorage {
  close(): void
}

/**
 * Storage that lasts in a file: everything is in memory, and each transaction appends one line to the file before it counts. A
 * process that dies in the middle of a line loses that one transaction, which was never acknowledged. On opening, and when it
 * has become long, the file is written anew with what is there now.
 *
 * @param fill writes what a new file begins with.
 * @throws Error with words that say what to do, where the file is no such file, of a newer version, damaged or in use.
 */
export async function openFileStorage(
  file: string,
  fill: (db: Writer) => Promise<void>,
): Promise<FileStorage> {
  refuseWhatIsNoFile(file)
  try {
    return await openLocked(file, fill, lockFile(file))
  } catch (error) {
    if (!isFull(error)) throw error
    throw new Error(`There is no room left for ${file}. Make some, or name another file.`, {
      cause: error,
    })
  }
}

async function openLocked(
  file: string,
  fill: (db: Writer) => Promise<void>,
  unlock: () => void,
): Promise<FileStorage> {
  try {
    const opened: { journal?: Journal } = {}
    const storage = createMemoryStorage((changes) => opened.journal?.append(changes))
    const known = existsSync(file) && statSync(file).size > 0
    const kept = known ? lastRecords(file) : undefined
    await storage.change((db) => (kept ? putAll(db, kept) : fill(db)))
    const journal = openJournal(file, storage)
    opened.journal = journal
    return {
      ...storage,
      close() {
        journal.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function refuseWhatIsNoFile(file: string): void {
  if (!existsSync(dirname(file))) {
    throw new Error(`There is no folder ${dirname(file)}. Make it, or name another file.`)
  }
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Error(`${file} is no file that data could be kept in. Name another one.`)
  }
}

type Records = Map<TableName, Map<Key, unknown>>

/** What a file holds in the end, by table and id. */
function lastRecords(file: string): Records {
  const records: Records = new Map()
  for (const { table, id, record } of changesIn(file)) {
    let ofTable = records.get(table)
    if (!ofTable) records.set(table, (ofTable = new Map()))
    if (record === undefined) ofTable.delete(id)
    else ofTable.set(id, record)
  }
  return records
}

/** The changes that a file tells of. Its last line may be half written, and is left out then. */
function* changesIn(file: string): Generator<Change> {
  const bytes = readFileSync(file)
  const first = `${header}\n`
  if (bytes.toString('utf8', 0, first.length) !== first) {
    throw new Error(
      `${file} holds no data that this version can read. Name another file, or move it away.`,
    )
  }
  let number = 1
  let start = first.length
  for (let end = bytes.indexOf('\n', start); end >= 0; end = bytes.indexOf('\n', start)) {
    number += 1
    yield* parsedLine(file, bytes.toString('utf8', start, end), number)
    start = end + 1
  }
}

function parsedLine(file: string, line: string, number: number): Change[] {
  try {
    return JSON.parse(line) as Change[]
  } catch (error) {
    throw new Error(
      `${file} is damaged in line ${number}. Take that line out, name another file, or move it away.`,
      { cause: error },
    )
  }
}

async function putAll(db: Writer, records: Records): Promise<void> {
  for (const [table, ofTable] of records) {
    for (const record of ofTable.values()) await db.put(table, record as Tables[TableName])
  }
}

function openJournal(file: string, storage: MemoryStorage): Journal {
  let { descriptor, length } = writtenAnew(file, storage)
  let limit = length * 2 + growth
  let torn = false

  function shorten(): void {
    try {
      const next = writtenAnew(file, storage)
      closeSync(descriptor)
      ;({ descriptor, length } = next)
    } catch {
      // There is no room for a second file: the long one is as good.
    }
    limit = length * 2 + growth
  }

  return {
    append(changes) {
      if (changes.length === 0) return
      const line = Buffer.from(`${JSON.stringify(changes)}\n`)
      try {
        // Half a line would spoil the ones after it.
        if (torn) ftruncateSync(descriptor, length)
        torn = true
        writeFileSync(descriptor, line)
        torn = false
      } catch (error) {
        throw new StorageError(isFull(error) ? 'full' : 'unavailable', error)
      }
      length += line.length
      if (length > limit) shorten()
    },
    close() {
      if (torn) ftruncateSync(descriptor, length)
      fsyncSync(descriptor)
      closeSync(descriptor)
    },
  }
}

/** Writes everything into a file beside the old one, which it takes the place of in one step. Gives it open, at its end. */
function writtenAnew(file: string, storage: MemoryStorage): { descriptor: number; length: number } {
  const next = `${file}.new`
  rmSync(next, { force: true })
  const descriptor = openSync(next, 'a', 0o600)
  try {
    let length = 0
    for (const line of linesOf(storage)) {
      const bytes = Buffer.from(`${line}\n`)
      writeFileSync(descriptor, bytes)
      length += bytes.length
    }
    fsyncSync(descriptor)
    renameSync(next, file)
    return { descriptor, length }
  } catch (error) {
    closeSync(descriptor)
    rmSync(next, { force: true })
    throw error
  }
}

function* linesOf(storage: MemoryStorage): Generator<string> {
  yield header
  for (const [table, records] of Object.entries(storage.dump())) {
    for (let start = 0; start < records.length; start += recordsPerLine) {
      const part = records.slice(start, start + recordsPerLine)
      yield JSON.stringify(part.map((record) => ({ table, id: record.id, record })))
    }
  }
}

function isFull(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
}
