import { realpathSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { isSqliteError } from './statements.ts'

/**
 * Locks a data file for this process: two hosts on one file would not see each other's changes. The lock is a lock of the system
 * on the file `FILE-lock`, which ends with the process. Other programs can still read the data file, to make a backup.
 *
 * @returns a function that releases the lock.
 * @throws Error that says what to do, if another process has locked the file, or could use it under another name.
 */
export function lockFile(file: string): () => void {
  if ((statSync(file, { throwIfNoEntry: false })?.nlink ?? 1) > 1) {
    throw new Error(
      `${file} has another name (a hard link), under which a second host could use it. Delete one of the names, or copy the file.`,
    )
  }
  const lock = new DatabaseSync(`${pathOf(file)}-lock`)
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

/** Returns the path of a file that may not exist yet, without symbolic links. */
function pathOf(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) ? realpathSync(file) : file
}
