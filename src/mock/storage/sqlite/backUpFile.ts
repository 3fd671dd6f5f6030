import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { checkContent } from './checkContent.ts'
import { assertFormat, assertUsable } from './fileChecks.ts'
import { damagedFile, inWords } from './fileErrors.ts'
import { createPrivateFile } from './privateFile.ts'
import { isSqliteError } from './statements.ts'

/**
 * Writes a copy of a data file, also while a host uses the file: the copy has the data of one moment. It is checked, and on the
 * disk, before it gets its name.
 *
 * @throws Error that says what to do, if there is no such file, it is damaged, the copy exists already, or the disk is full.
 */
export function backUpFile(file: string, copy: string): void {
  if (!existsSync(file)) throw new Error(`There is no file ${file}. Use --data FILE to name it.`)
  if (existsSync(copy)) {
    throw new Error(`${copy} exists already. Choose another file for the backup.`)
  }
  assertUsable(copy)
  assertFormat(file)
  const unchecked = `${copy}.new`
  rmSync(unchecked, { force: true })
  try {
    createPrivateFile(unchecked)
    copyDatabase(file, unchecked)
    assertContent(unchecked, file)
    renameSync(unchecked, copy)
  } catch (error) {
    rmSync(unchecked, { force: true })
    throw inWords(copy, error)
  }
}

function copyDatabase(file: string, copy: string): void {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    database.prepare('VACUUM INTO ?').run(copy)
  } catch (error) {
    throw isSqliteError(error, 'corrupt') ? damagedFile(file, error) : error
  } finally {
    database.close()
  }
  const descriptor = openSync(copy, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function assertContent(copy: string, file: string): void {
  try {
    checkContent(copy)
  } catch (error) {
    throw damagedFile(file, error)
  }
}
