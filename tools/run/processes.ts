import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The environment variable that identifies a run's processes: it holds the run's id. */
export const runVariable = 'EDESK_TEST_RUN'

/** Identifies the processes of a run: by its id, or by the process ids of its steps. */
interface RunProcesses {
  id: string
  steps: ReadonlySet<number>
}

/**
 * Returns the running processes of a run. On Linux, these are all processes that inherited the run's variable, even if their
 * parent has ended. Elsewhere, these are the steps' processes and their descendants.
 */
export function processesOf(run: RunProcesses): number[] {
  return process.platform === 'linux'
    ? withVariable(`${runVariable}=${run.id}`)
    : treesOf(run.steps)
}

/** Interrupts the steps' processes, as Ctrl+C does: Vitest and Playwright then stop their child processes. */
export function interrupt(steps: Iterable<number>): void {
  for (const pid of steps) {
    if (process.platform === 'win32') {
      // Windows has no SIGINT.
      spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' })
    } else send(pid, 'SIGINT')
  }
}

/** Kills processes immediately. */
export function kill(pids: Iterable<number>): void {
  for (const pid of pids) send(pid, 'SIGKILL')
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // The process has already ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function withVariable(entry: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(entry))
    .map(Number)
}

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0')
  } catch {
    // The process has ended, or belongs to another user and so not to this run.
    return []
  }
}

function treesOf(roots: ReadonlySet<number>): number[] {
  if (process.platform === 'win32') return []
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = new Set<number>()
  const add = (pid: number) => {
    if (found.has(pid)) return
    found.add(pid)
    for (const [child = 0, parent] of table) if (parent === pid) add(child)
  }
  for (const [pid = 0] of table) if (roots.has(pid)) add(pid)
  return [...found]
}
