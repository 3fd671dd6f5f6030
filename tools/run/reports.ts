import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { Report, TestResult } from './step.ts'

interface VitestReport {
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string; duration?: number | null }[]
  }[]
}

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs?: {
    title: string
    file: string
    line: number
    tests: { projectName: string; status: string; results: { duration: number }[] }[]
  }[]
}

interface PlaywrightReport {
  config: { rootDir: string; configFile?: string }
  suites: PlaywrightSuite[]
}

const defaultConfig = 'playwright.config.ts'

/** Reads the tests from a runner's report. Returns none if the report does not exist. */
export function readTests({ runner, file }: Report): TestResult[] {
  if (!existsSync(file)) return []
  const content = readFileSync(file, 'utf8')
  return runner === 'vitest' ? vitestTests(content) : playwrightTests(content)
}

/** Parses Vitest's JSON report. A file that Vitest could not load counts as one failed test. */
export function vitestTests(content: string): TestResult[] {
  const { testResults } = JSON.parse(content) as VitestReport
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(name)
    const broken = status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
    const tests = assertionResults.map(({ fullName, status: outcome, duration }) => ({
      title: fullName,
      file,
      outcome: vitestOutcome(outcome),
      seconds: (duration ?? 0) / 1000,
      rerunCommand: `npx vitest run ${file} -t ${quoted(`^${escaped(fullName)}$`)}`,
    }))
    if (!broken) return tests
    const rerunCommand = `npx vitest run ${file}`
    return [
      ...tests,
      {
        title: '(the file as a whole)',
        file,
        outcome: 'failed' as const,
        seconds: 0,
        rerunCommand,
      },
    ]
  })
}

function vitestOutcome(status: string): TestResult['outcome'] {
  return status === 'passed' || status === 'failed' ? status : 'skipped'
}

/** Parses Playwright's JSON report. A flaky test, which passed only on a retry, counts as failed. */
export function playwrightTests(content: string): TestResult[] {
  const { config, suites } = JSON.parse(content) as PlaywrightReport
  const configFile = relative(config.configFile ?? defaultConfig)
  const base = configFile === defaultConfig ? '' : ` --config=${configFile}`
  return suites.flatMap((suite) => testsOfSuite(suite, { rootDir: config.rootDir, base }, []))
}

function testsOfSuite(
  suite: PlaywrightSuite,
  config: { rootDir: string; base: string },
  above: readonly string[],
): TestResult[] {
  const specs = suite.specs ?? []
  const own = specs.flatMap(({ title, file: name, line, tests }) => {
    const file = relative(path.resolve(config.rootDir, name))
    const fullTitle = [...above, title].join(' › ')
    // Tests created in a loop share a line.
    const shared = specs.some((other) => other.line === line && other.title !== title)
    const only = shared ? ` -g ${quoted(`${escaped(title)}$`)}` : ''
    return tests.map(({ projectName, status, results }) => ({
      title: fullTitle,
      file,
      outcome: playwrightOutcome(status),
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      rerunCommand: `npx playwright test${config.base} ${file}:${line} --project=${projectName}${only} --trace=on`,
    }))
  })
  const inside = (suite.suites ?? []).flatMap((each) =>
    testsOfSuite(each, config, [...above, each.title]),
  )
  return [...own, ...inside]
}

function playwrightOutcome(status: string): TestResult['outcome'] {
  if (status === 'skipped') return 'skipped'
  return status === 'expected' ? 'passed' : 'failed'
}

function relative(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/')
}

/** Escapes a text for use in a regular expression. */
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

/** Quotes an argument for a shell. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["$`]|\\(?=["$`\\]|$)/g, String.raw`\$&`)}"`
}
