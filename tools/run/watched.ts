import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'

import { runVariable } from './processes.ts'

/** A run whose processes end with it. */
export interface Watched {
  /** What the environment of each process of the run must hold. */
  env: Readonly<Record<string, string>>
  /** Says that a step's process has started. */
  started(pid: number): void
  /** Says that a step's process has ended. */
  ended(pid: number): void
  /** Ends all processes of the run that are still there. */
  end(): Promise<void>
}

/** Starts the watchdog. */
export function watchRun(): Watched {
  const id = randomUUID()
  const watchdog = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '..', 'watchdog.ts'), id],
    { stdio: ['pipe', 'ignore', 'inherit'], detached: true },
  )
  const gone = once(watchdog, 'exit')
  return {
    env: { [runVariable]: id },
    started: (pid) => void watchdog.stdin.write(`+${pid}\n`),
    ended: (pid) => void watchdog.stdin.write(`-${pid}\n`),
    async end() {
      watchdog.stdin.end()
      await gone
    },
  }
}
