import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import type { AnyTypes, Schema } from '../port.ts'
import { checkContent } from './checkContent.ts'
import { damagedFile, otherFormat } from './fileErrors.ts'
import { lockPathOf } from './fileLock.ts'
import { columnTypes } from './migrate.ts'
import { applicationId, versionOf } from './storage.ts'
import { definitionsOf, tablesOf } from '../sql/tables.ts'
import { hasDamagedLog } from './walFile.ts'

/** @throws Error that says what to do, if a file cannot be used, whatever it holds. */
export function assertUsable(file: string): void {
  if (!existsSync(path.dirname(file))) {
    throw new Error(`There is no folder ${path.dirname(file)}. Create it, or choose another file.`)
  }
  if (existsSync(file) && !statSync(file).isFile()) {
    throw new Error(`${file} is not a regular file. Choose another file.`)
  }
  // SQLite keeps its log and the lock beside the file.
  const needed = [path.dirname(file), ...(existsSync(file) ? [file] : [])]
  for (const place of needed) {
    try {
      accessSync(place, constants.R_OK | constants.W_OK)
    } catch (error) {
      const words = `This user may not write ${place}. Change its permissions, or choose another file.`
      throw new Error(words, { cause: error })
    }
  }
}

const headerLength = 100
const magic = 'SQLite format 3\0'
const versionsOfFormat = new Set(['1,1', '2,2'])

/**
 * Reads the header of a file: a wrong one could make SQLite ignore the file's log.
 *
 * @throws Error that says what to do, if the file has another format.
 */
export function assertFormat(file: string): void {
  if (!existsSync(file)) return
  const header = Buffer.alloc(headerLength)
  const descriptor = openSync(file, 'r')
  const length = readSync(descriptor, header)
  closeSync(descriptor)
  if (length === 0) return assertUnused(file)
  const versions = `${header[18]},${header[19]}`
  if (!header.toString('latin1').startsWith(magic) || !versionsOfFormat.has(versions)) {
    throw otherFormat(file)
  }
}

/** An empty file is a new one, unless a host has used it. */
function assertUnused(file: string): void {
  if (!existsSync(lockPathOf(file))) return
  throw new Error(
    `${file} is empty, although a host has used it. Replace it with a backup, or delete it to begin with new data.`,
  )
}

/**
 * Checks a file without changing it.
 *
 * @param completely whether to read all of it.
 * @throws Error that says what to do, if it is damaged or of another version.
 */
export function assertIntact(schema: Schema<AnyTypes>, file: string, completely: boolean): void {
  if (statSync(file).size === 0) return
  if (hasDamagedLog(file)) throw damagedFile(file, 'Its log has a damaged transaction.')
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    assertSchema(schema, file, database)
  } finally {
    database.close()
  }
  if (!completely) return
  try {
    checkContent(file)
  } catch (error) {
    throw damagedFile(file, error)
  }
}

function assertSchema(schema: Schema<AnyTypes>, file: string, database: DatabaseSync): void {
  const definitions = database
    .prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL')
    .all()
  const version = versionOf(database)
  const { application_id: id } = database.prepare('PRAGMA application_id').get() ?? {}
  // The process ended before it had filled the file.
  if (id === 0 && version === 0 && definitions.length === 0) return
  if (id !== applicationId) throw otherFormat(file)
  if (version > schema.version) {
    throw new Error(
      `${file} is from a newer version of this program. Update the program, or choose another file.`,
    )
  }
  if (version < schema.oldestVersion) {
    throw new Error(
      `${file} is from a version that this program can no longer read. Choose another file, or move it away.`,
    )
  }
  if (version < schema.version) return
  const expected = new Map(
    [...tablesOf(schema).values()].flatMap((table) => [...definitionsOf(table, columnTypes)]),
  )
  const isSame = definitions.every(({ name, sql }) => expected.get(String(name)) === sql)
  if (!isSame || definitions.length !== expected.size)
    throw damagedFile(file, 'Its schema is changed.')
}
