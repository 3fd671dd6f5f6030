import { realpathSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { createPrivateFile } from './privateFile.ts'
import { isSqliteError } from './statements.ts'

/**
 * Locks an existing data file for this process: two hosts on one file would not see each other's changes. The lock is the
 * operating system's, on the file `FILE-lock`, and ends with the process. Other programs can still read the data file, to make
 * a backup.
 *
 * @returns a function that releases the lock.
 * @throws Error that says what to do, if another process has locked the file, or could use it under another name.
 */
export function lockFile(file: string): () => void {
  if (statSync(file).nlink > 1) {
    throw new Error(
      `${file} has another name (a hard link), under which a second host could use it. Delete one of the names, or copy the file.`,
    )
  }
  const lockPath = lockPathOf(file)
  createPrivateFile(lockPath)
  const lock = new DatabaseSync(lockPath)
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isSqliteError(error, 'busy')) throw error
    throw new Error(`${file} is in use by another host. Stop it, or choose another file.`, {
      cause: error,
    })
  }
  return () => lock.close()
}

/** Returns the path of the lock of an existing data file. The file stays when its host ends. */
export function lockPathOf(file: string): string {
  // All names of a file have the same lock.
  return `${realpathSync(file)}-lock`
}
