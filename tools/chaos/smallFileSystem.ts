import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

import type { Chaos } from './scenario.ts'

/** A file system with little room. Only programs that `wrapper` starts see it. */
export interface SmallFileSystem {
  /** Where it is mounted. */
  folder: string
  /** A command that runs another command with this file system. */
  wrapper: readonly string[]
  /** Uses up the room that is left. */
  fill: () => void
  makeRoom: () => void
}

/** A user other than root may mount something only in a user namespace. */
const isRoot = process.getuid?.() === 0
const newNamespaces = ['--mount', ...(isRoot ? [] : ['--user', '--map-root-user'])]
const sameNamespaces = ['--mount', ...(isRoot ? [] : ['--user', '--preserve-credentials'])]
const chunkSizes = [65_536, 4_096, 1]

/** Whether this machine allows it: Linux with namespaces. */
export function hasSmallFileSystems(): boolean {
  return spawnSync('unshare', [...newNamespaces, 'true']).status === 0
}

/**
 * Mounts a file system in memory. It ends with this process: only the namespace of a child has it.
 *
 * @param folder an existing folder.
 */
export async function mountSmallFileSystem(
  { atEnd }: Pick<Chaos, 'atEnd'>,
  folder: string,
  megabytes: number,
): Promise<SmallFileSystem> {
  const script = `mount -t tmpfs -o size=${megabytes}m none "$0" && echo mounted && exec cat`
  const holder = spawn('unshare', [...newNamespaces, 'sh', '-c', script, folder])
  atEnd(() => void holder.kill('SIGKILL'))
  // With an error, it ends without output.
  await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')])
  if (holder.pid === undefined || holder.exitCode !== null) throw new Error('No tmpfs is mounted.')
  const ballast = path.join(`/proc/${holder.pid}/root`, folder, 'ballast')
  return {
    folder,
    wrapper: ['nsenter', '--target', String(holder.pid), ...sameNamespaces],
    fill: () => fillWith(ballast),
    makeRoom: () => rmSync(ballast, { force: true }),
  }
}

function fillWith(ballast: string): void {
  const file = openSync(ballast, 'a')
  for (const size of chunkSizes) {
    const chunk = Buffer.alloc(size, 1)
    try {
      while (writeSync(file, chunk) > 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(file)
}
