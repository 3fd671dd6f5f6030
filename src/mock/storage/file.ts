import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'

import { type Change, createMemoryStorage, type MemoryStorage } from './memory.ts'
import { StorageError, type TableName, type Tables, type Writer } from './storage.ts'

/** Goes up whenever older files cannot be read any more. */
const version = 1
const header = JSON.stringify({ format: 'edesk-demo-data', version })

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
 * process that dies in the middle of a line loses that one transaction, which was never acknowledged. On opening, the file is
 * written anew with what is there now.
 *
 * @param fill writes what a new file begins with.
 * @throws Error with words that say what to do, where the file is no such file, of a newer version or in use.
 */
export async function openFileStorage(
  file: string,
  fill: (db: Writer) => Promise<void>,
): Promise<FileStorage> {
  const unlock = lock(file)
  try {
    return await openLocked(file, fill, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function openLocked(
  file: string,
  fill: (db: Writer) => Promise<void>,
  unlock: () => void,
): Promise<FileStorage> {
  const opened: { journal?: Journal } = {}
  const storage = createMemoryStorage((changes) => opened.journal?.append(changes))
  const known = existsSync(file)
  if (known) await storage.change((db) => replay(db, readLines(file)))
  else await storage.change(fill)
  const journal = openJournal(file, storage)
  opened.journal = journal
  return {
    ...storage,
    close() {
      journal.close()
      unlock()
    },
  }
}

/** The transactions that a file holds. The last line may be half written, and is left out then. */
function readLines(file: string): Change[][] {
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n')
  if (first !== header) {
    throw new Error(
      `${file} holds no data that this version can read. Name another file, or move it away.`,
    )
  }
  const whole = lines.slice(0, -1)
  return whole.map((line) => JSON.parse(line) as Change[])
}

async function replay(db: Writer, transactions: readonly Change[][]): Promise<void> {
  for (const { table, id, record } of transactions.flat()) {
    if (record === undefined) await db.delete(table, id)
    else await db.put(table, record as Tables[TableName])
  }
}

/** Writes the file anew beside the old one, which it takes the place of in one step, and goes on at its end. */
function openJournal(file: string, storage: MemoryStorage): Journal {
  const everything = Object.entries(storage.dump()).map(([table, records]) =>
    JSON.stringify(records.map((record) => ({ table, id: record.id, record }))),
  )
  const text = `${[header, ...everything].join('\n')}\n`
  writeFileSync(`${file}.new`, text, { flush: true, mode: 0o600 })
  renameSync(`${file}.new`, file)
  const descriptor = openSync(file, 'a')
  let length = Buffer.byteLength(text)

  return {
    append(changes) {
      if (changes.length === 0) return
      const line = Buffer.from(`${JSON.stringify(changes)}\n`)
      try {
        let written = 0
        while (written < line.length) written += writeSync(descriptor, line, written)
        length += line.length
      } catch (error) {
        // Half a line would spoil the ones after it.
        ftruncateSync(descriptor, length)
        throw new StorageError('full', error)
      }
    },
    close() {
      fsyncSync(descriptor)
      closeSync(descriptor)
    },
  }
}

/** Two processes that write one file would lose each other's data. */
function lock(file: string): () => void {
  const lockFile = `${file}.lock`
  const owner = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : undefined
  if (owner !== undefined && isRunning(owner)) {
    throw new Error(`${file} is in use by process ${owner}. Stop it first, or name another file.`)
  }
  writeFileSync(lockFile, String(process.pid))
  return () => rmSync(lockFile, { force: true })
}

function isRunning(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
