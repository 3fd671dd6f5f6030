import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Keeps other processes from a file: two that write it would lose each other's data. What a process that was killed has left
 * behind does not count.
 *
 * @returns what lets go of it.
 * @throws Error that says who has it, and what to do.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`
  const unlock = () => rmSync(lock, { force: true })
  for (;;) {
    if (wasFree(lock)) return unlock
    const owner = Number(readFileSync(lock, 'utf8'))
    if (isRunning(owner)) {
      throw new Error(
        `${file} is in use by process ${owner}. Stop it, or name another file. ` +
          `If that process is something else, delete ${lock}.`,
      )
    }
    unlock()
  }
}

/** Writes the lock, unless one is there. */
function wasFree(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // It is there, and there was no room for what it should hold.
    rmSync(lock, { force: true })
    throw error
  }
}

function isRunning(pid: number): boolean {
  // In a container, every process that was here before has had this one's number.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process must not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
