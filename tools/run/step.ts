/** A step of a run. */
export interface Step {
  name: string
  /** A program, from the packages or the system, and its arguments. */
  command: readonly [string, ...string[]]
  env?: Readonly<Record<string, string>>
  /** The number of cores it uses; 1 by default. A step that mostly waits uses 0. */
  cores?: number
  /** Steps that must have passed. If one of them failed, this step does not run. */
  needs?: readonly string[]
  /** Steps that must have ended, with any result. */
  after?: readonly string[]
  /** The test report that it writes. A step without a report counts as one test. */
  report?: Report
  /** Why the step cannot run on this machine. A `needed` step then fails; any other is skipped. */
  unavailable?: { reason: string; needed: boolean }
}

/** The report of a test runner. */
export interface Report {
  runner: 'vitest' | 'playwright'
  file: string
}

/** The result of a step. */
export interface Result {
  name: string
  outcome: 'passed' | 'failed' | 'skipped'
  seconds: number
  /** Why it did not run or failed, if its output does not show this. */
  reason?: string
  tests: readonly TestResult[]
}

/** The result of one test. */
export interface TestResult {
  title: string
  file: string
  outcome: 'passed' | 'failed' | 'skipped'
  seconds: number
  /** The command that runs only this test. */
  rerunCommand: string
}
