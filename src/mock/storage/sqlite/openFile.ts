import { statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

import type { AnyTypes, Schema, SchemaTypes, Writer } from '../port.ts'
import { assertFormat, assertIntact, assertUsable } from './fileChecks.ts'
import { damagedFile, inWords } from './fileErrors.ts'
import { lockFile } from './fileLock.ts'
import { createPrivateFile } from './privateFile.ts'
import { type SqliteStorage, storageOn } from './storage.ts'

/** A larger file is checked while it is in use, so that opening it never takes longer than about 0.3 seconds. */
const largestCheckedFirst = 16_000_000

export interface FileOptions<Types extends SchemaTypes> {
  /** Writes the initial data of a new file. */
  fill: (db: Writer<Types>) => Promise<void>
  /** Called if the check of a large file finds damage while the file is in use. */
  onDamage?: (message: string) => void
}

/**
 * Opens a storage in a file of SQLite, or creates the file. A transaction is on the disk when its promise resolves.
 *
 * @throws Error that says what to do, if the file has another format or a newer version, is damaged, is in use, cannot be written,
 *   or the disk is full. The file is then unchanged.
 */
export async function openSqliteFile<Types extends SchemaTypes>(
  schema: Schema<Types>,
  file: string,
  options: FileOptions<Types>,
): Promise<SqliteStorage<Types>> {
  assertUsable(file)
  assertFormat(file)
  try {
    return await openLocked(schema, file, options)
  } catch (error) {
    throw inWords(file, error)
  }
}

function openLocked<Types extends SchemaTypes>(
  schema: Schema<Types>,
  file: string,
  options: FileOptions<Types>,
): Promise<SqliteStorage<Types>>
async function openLocked(
  schema: Schema<AnyTypes>,
  file: string,
  { fill, onDamage = () => undefined }: FileOptions<AnyTypes>,
): Promise<SqliteStorage<AnyTypes>> {
  createPrivateFile(file)
  const unlock = lockFile(file)
  try {
    const isSmall = statSync(file).size <= largestCheckedFirst
    assertIntact(schema, file, isSmall)
    const storage = await storageOn(schema, connect(file), fill)
    const stopCheck = isSmall ? () => undefined : checkInBackground(file, onDamage)
    return {
      ...storage,
      close() {
        stopCheck()
        storage.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1_000 })
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; ' +
        'PRAGMA journal_size_limit = 16777216',
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Checks a file in another thread. Returns a function that stops the check. */
function checkInBackground(file: string, onDamage: (message: string) => void) {
  const script = new URL(`./checkWorker${path.extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(script, { workerData: file })
  const report = (problem: unknown) => onDamage(damagedFile(file, problem).message)
  worker.on('message', (problem: string | null) => {
    if (problem !== null) report(problem)
  })
  worker.on('error', report)
  worker.unref()
  return () => {
    worker.removeAllListeners()
    void worker.terminate()
  }
}
