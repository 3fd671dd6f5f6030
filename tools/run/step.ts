/** One line of the table of steps. */
export interface Step {
  name: string
  /** A program of the packages or of the system, and its arguments. */
  command: readonly [string, ...string[]]
  env?: Readonly<Record<string, string>>
  /** How many cores it keeps busy; 1 by default. A step that mostly waits takes none. */
  cores?: number
  /** The steps without which it cannot run: it is not run where one of them has failed. */
  needs?: readonly string[]
  /** The steps that must have ended before, however they ended. */
  after?: readonly string[]
  /** The runner whose report it writes, and the file. A step without one counts as one test. */
  report?: Report
  /** Whether it is right that the runner finds no test. */
  mayBeEmpty?: boolean
  /** Why the step cannot run on this machine. A step that is `needed` fails then, another one is skipped. */
  cannotRun?: { reason: string; needed: boolean }
}

/** Where a test runner writes its report. */
export interface Report {
  runner: 'vitest' | 'playwright'
  file: string
}

/** How a step ended. */
export interface Result {
  name: string
  outcome: 'passed' | 'failed' | 'skipped'
  seconds: number
  /** Why it did not run or counts as failed, where its output does not say so. */
  reason?: string
  tests: readonly TestResult[]
}

/** A test of a runner. */
export interface TestResult {
  title: string
  file: string
  outcome: 'passed' | 'failed' | 'skipped'
  seconds: number
  /** The command that runs this test and no other. */
  alone: string
}
