import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

import { readTests } from './reports.ts'
import type { Screen } from './screen.ts'
import type { Result, Step } from './step.ts'
import type { WatchedRun } from './watchedRun.ts'

/**
 * Runs one step as a process.
 *
 * @returns its result. A test runner also fails if it ran no tests, or if it exits with an error although no test failed.
 */
export async function runStep(
  step: Step,
  { screen, watched }: { screen: Screen; watched: WatchedRun },
): Promise<Result> {
  const { name, report } = step
  screen.start(name)
  const start = performance.now()
  const exit = await exitOf(step, watched, (line) => screen.write(name, `${line}\n`))
  const seconds = (performance.now() - start) / 1000
  const tests = report ? readTests(report) : []
  const failed = tests.filter(({ outcome }) => outcome === 'failed').length
  const reason = reasonToFail(exit, report ? { all: tests.length, failed } : undefined)
  const outcome = reason === undefined && failed === 0 ? 'passed' : 'failed'
  screen.end(
    name,
    `${outcome === 'passed' ? '✓' : '✗'} ${name}: ${outcome}, ${seconds.toFixed(0)} s`,
  )
  return { name, outcome, seconds, tests, ...(reason === undefined ? {} : { reason }) }
}

/** Returns why a step failed other than by a failed test; undefined if it did not. */
export function reasonToFail(
  exit: string | undefined,
  tests: { all: number; failed: number } | undefined,
): string | undefined {
  if (tests === undefined) return exit
  if (tests.all === 0) return 'no test ran'
  if (exit !== undefined && tests.failed === 0) return `no test failed, but ${exit}`
  return undefined
}

/** Runs the process. Resolves with what went wrong, or undefined if its exit code is 0. */
async function exitOf(
  { command: [program, ...args], env }: Step,
  watched: WatchedRun,
  onLine: (line: string) => void,
): Promise<string | undefined> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...watched.env, ...env },
    shell: process.platform === 'win32',
    // In its own process group, so that Ctrl+C does not reach the step: the watchdog ends processes in the right order.
    detached: process.platform !== 'win32',
  })
  const { pid } = child
  if (pid !== undefined) watched.started(pid)
  const [end] = await Promise.all([
    endOf(child),
    readLines(child.stdout, onLine),
    readLines(child.stderr, onLine),
  ])
  if (pid !== undefined) watched.ended(pid)
  return end
}

async function endOf(child: ChildProcess): Promise<string | undefined> {
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    if (code === 0) return undefined
    return code === null ? `it was ended by ${signal ?? 'a signal'}` : `its exit code is ${code}`
  } catch (error) {
    return `it could not be started: ${String(error)}`
  }
}

async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream })) onLine(line)
}
