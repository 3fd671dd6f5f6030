import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'

import { runVariable } from './processes.ts'

/** A run with a watchdog, which ends all processes of the run when the run itself ends. */
export interface WatchedRun {
  /** Environment variables that each process of the run must get. */
  env: Readonly<Record<string, string>>
  /** Tells the watchdog that a step's process has started. */
  started(pid: number): void
  /** Tells the watchdog that a step's process has ended. */
  ended(pid: number): void
  /** Ends all remaining processes of the run. */
  end(): Promise<void>
}

/** Starts the watchdog for a new run. */
export function startWatchedRun(): WatchedRun {
  const id = randomUUID()
  const watchdog = spawn(process.execPath, [path.join(import.meta.dirname, 'watchdog.ts'), id], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  })
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
