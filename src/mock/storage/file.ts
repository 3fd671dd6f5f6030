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
import {
  type AnyRecord,
  type AnyTypes,
  type Key,
  type Schema,
  type SchemaTypes,
  StorageError,
  type Writer,
} from './port.ts'

/** Increase it when older files can no longer be read. */
const version = 2
const header = JSON.stringify({ format: 'edesk-demo-data', version })
const recordsPerLine = 1_000
/** A file is compacted when it is longer than twice its compact length plus this number of bytes. */
const maxGrowth = 64_000_000

interface Journal {
  append(changes: readonly Change[]): void
  close(): void
}

/** Storage in a file. `close` releases the file. */
export interface FileStorage<Types extends SchemaTypes> extends MemoryStorage<Types> {
  close(): void
}

/**
 * Storage in a file. All data are in memory; each transaction appends one line to the file before it is committed. A process that
 * dies in the middle of a line loses only that transaction, which was never acknowledged. The file is compacted (rewritten with
 * the current records) when it is opened and when it has grown too long.
 *
 * @param fill writes the initial data of a new file.
 * @throws Error that says what to do, if the file has another format or a newer version, is damaged, is in use, or the disk is
 *   full.
 */
export function openFileStorage<Types extends SchemaTypes>(
  schema: Schema<Types>,
  file: string,
  fill: (db: Writer<Types>) => Promise<void>,
): Promise<FileStorage<Types>>
export async function openFileStorage(
  schema: Schema<AnyTypes>,
  file: string,
  fill: (db: Writer<AnyTypes>) => Promise<void>,
): Promise<FileStorage<AnyTypes>> {
  assertFile(file)
  try {
    return await openLocked(schema, file, fill, lockFile(file))
  } catch (error) {
    if (!isFull(error)) throw error
    throw new Error(`There is no room left for ${file}. Free some space, or choose another file.`, {
      cause: error,
    })
  }
}

async function openLocked(
  schema: Schema<AnyTypes>,
  file: string,
  fill: (db: Writer<AnyTypes>) => Promise<void>,
  unlock: () => void,
): Promise<FileStorage<AnyTypes>> {
  try {
    const opened: { journal?: Journal } = {}
    const storage = createMemoryStorage(schema, (changes) => opened.journal?.append(changes))
    const exists = existsSync(file) && statSync(file).size > 0
    const records = exists ? readRecords(file) : undefined
    await storage.write((db) => (records ? putAll(db, records) : fill(db)))
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

function assertFile(file: string): void {
  if (!existsSync(dirname(file))) {
    throw new Error(`There is no folder ${dirname(file)}. Create it, or choose another file.`)
  }
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Error(`${file} is not a regular file. Choose another file.`)
  }
}

type Records = Map<string, Map<Key, unknown>>

/** Reads the latest version of each record from a file, by table and id. */
function readRecords(file: string): Records {
  const records: Records = new Map()
  for (const { table, id, record } of decodeChanges(file)) {
    let tableRecords = records.get(table)
    if (!tableRecords) records.set(table, (tableRecords = new Map()))
    if (record === undefined) tableRecords.delete(id)
    else tableRecords.set(id, record)
  }
  return records
}

/** Reads the changes in a file. Skips the last line if it is incomplete. */
function* decodeChanges(file: string): Generator<Change> {
  const bytes = readFileSync(file)
  const firstLine = `${header}\n`
  if (bytes.toString('utf8', 0, firstLine.length) !== firstLine) {
    throw new Error(
      `${file} holds no data that this version can read. Choose another file, or move it away.`,
    )
  }
  let number = 1
  let start = firstLine.length
  for (let end = bytes.indexOf('\n', start); end >= 0; end = bytes.indexOf('\n', start)) {
    number += 1
    yield* parseLine(file, bytes.toString('utf8', start, end), number)
    start = end + 1
  }
}

function parseLine(file: string, line: string, number: number): Change[] {
  try {
    return JSON.parse(line) as Change[]
  } catch (error) {
    throw new Error(
      `${file} is damaged in line ${number}. Delete that line, choose another file, or move it away.`,
      { cause: error },
    )
  }
}

async function putAll(db: Writer<AnyTypes>, records: Records): Promise<void> {
  for (const [table, tableRecords] of records) {
    for (const record of tableRecords.values()) await db.put(table, record as AnyRecord)
  }
}

function openJournal(file: string, storage: MemoryStorage<AnyTypes>): Journal {
  let { descriptor, length } = rewriteFile(file, storage)
  let limit = length * 2 + maxGrowth
  let torn = false

  function compact(): void {
    try {
      const next = rewriteFile(file, storage)
      closeSync(descriptor)
      ;({ descriptor, length } = next)
    } catch {
      // There is no room for a second file. The long file is still valid.
    }
    limit = length * 2 + maxGrowth
  }

  return {
    append(changes) {
      if (changes.length === 0) return
      const line = Buffer.from(`${JSON.stringify(changes)}\n`)
      try {
        // Remove the incomplete line that a failed write left, or it would corrupt the lines after it.
        if (torn) ftruncateSync(descriptor, length)
        torn = true
        writeFileSync(descriptor, line)
        torn = false
      } catch (error) {
        throw new StorageError(isFull(error) ? 'full' : 'unavailable', error)
      }
      length += line.length
      if (length > limit) compact()
    },
    close() {
      if (torn) ftruncateSync(descriptor, length)
      fsyncSync(descriptor)
      closeSync(descriptor)
    },
  }
}

/** Writes all records into a new file, then replaces the old file with it in one step. Returns the new file, open to append. */
function rewriteFile(
  file: string,
  storage: MemoryStorage<AnyTypes>,
): { descriptor: number; length: number } {
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

function* linesOf(storage: MemoryStorage<AnyTypes>): Generator<string> {
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
