import type { Result, TestResult } from './step.ts'

const marks = { passed: '✓', failed: '✗', skipped: '–' } as const
const slowestCount = 10

/** Counts each test. A step without tests, or with its own reason to fail, counts as one more. */
export function countTests({
  outcome,
  reason,
  tests,
}: Result): Record<TestResult['outcome'], number> {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const test of tests) counts[test.outcome] += 1
  if (tests.length === 0 || reason !== undefined) counts[outcome] += 1
  return counts
}

/** Returns the summary: step times, the slowest tests, the failed tests, and the final count. */
export function summaryOf(results: readonly Result[], seconds: number): string {
  const totals = { passed: 0, failed: 0, skipped: 0 }
  for (const result of results) {
    const { passed, failed, skipped } = countTests(result)
    totals.passed += passed
    totals.failed += failed
    totals.skipped += skipped
  }
  const skipped = totals.skipped > 0 ? [`${totals.skipped} skipped`] : []
  return [
    ...section('Steps', [
      ...results.map(stepLine),
      `  ${'all'.padEnd(nameWidth)} ${''.padEnd(countsWidth)} ${timeOf(seconds)}`,
    ]),
    ...section('Slowest tests', slowestOf(results).map(slowLine)),
    ...section('Failed', failedIn(results)),
    ...skipped,
    '',
    `${totals.passed} passed, ${totals.failed} failed`,
  ].join('\n')
}

const nameWidth = 28
const countsWidth = 34

function stepLine(result: Result): string {
  const { passed, failed, skipped } = countTests(result)
  const counts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ')
  const line = `${marks[result.outcome]} ${result.name.padEnd(nameWidth)} ${counts.padEnd(countsWidth)} ${timeOf(result.seconds)}`
  return result.reason === undefined ? line : `${line}  ${result.reason}`
}

function slowestOf(results: readonly Result[]): TestResult[] {
  return results
    .flatMap(({ tests }) => tests)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, slowestCount)
}

function slowLine({ seconds, file, title }: TestResult): string {
  return `${seconds.toFixed(1).padStart(6)} s  ${file}  ${title}`
}

function failedIn(results: readonly Result[]): string[] {
  return results.flatMap(({ tests, name, outcome, reason }) => {
    const failed = tests.filter((test) => test.outcome === 'failed')
    const lines = failed.map(
      ({ file, title, rerunCommand }) => `✗ ${file}  ${title}\n    ${rerunCommand}`,
    )
    if (outcome !== 'failed' || (lines.length > 0 && reason === undefined)) return lines
    return [`✗ ${name}${reason === undefined ? '' : `: ${reason}`}`, ...lines]
  })
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines, ''] : []
}

function timeOf(seconds: number): string {
  return `${seconds.toFixed(0).padStart(5)} s`
}
