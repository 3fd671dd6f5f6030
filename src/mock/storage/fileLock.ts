import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Locks a file for this process: two processes that write it would lose each other's data. The lock of a process that no longer
 * runs is ignored.
 *
 * @returns a function that releases the lock.
 * @throws Error with the process that holds the lock, and what to do.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`
  const unlock = () => rmSync(lock, { force: true })
  for (;;) {
    if (tryLock(lock)) return unlock
    const owner = Number(readFileSync(lock, 'utf8'))
    if (isRunning(owner)) {
      throw new Error(
        `${file} is in use by process ${owner}. Stop it, or choose another file. ` +
          `If that process does not use the file, delete ${lock}.`,
      )
    }
    unlock()
  }
}

/** Creates the lock file. Returns false if it exists already. */
function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // The lock file may exist without a process id, if the disk is full.
    rmSync(lock, { force: true })
    throw error
  }
}

function isRunning(pid: number): boolean {
  // In a container, an earlier process may have had the same id as this one.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process runs, but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
