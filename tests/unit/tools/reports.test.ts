import path from 'node:path'

import { expect, it } from 'vitest'

import { playwrightTests, readTests, vitestTests } from '../../../tools/run/reports.ts'

const inProject = (file: string) => path.resolve(file)

/** Vitest's report on one file. */
const vitestReport = (status: string, assertionResults: object[]) =>
  JSON.stringify({
    testResults: [{ name: inProject('tests/unit/names.test.ts'), status, assertionResults }],
  })

/** Playwright's report on the tests of one file. */
const playwrightReport = (specs: object[], suites: object[] = [], configFile?: string) =>
  JSON.stringify({
    config: { rootDir: inProject('tests/e2e'), ...(configFile ? { configFile } : {}) },
    suites: [{ title: 'key.spec.ts', specs, suites }],
  })

const spec = (title: string, line: number, status = 'expected') => ({
  title,
  file: 'key.spec.ts',
  line,
  tests: [{ projectName: 'worker', status, results: [{ duration: 1200 }, { duration: 300 }] }],
})

it("reads Vitest's tests, each with the command that runs it alone", () => {
  const report = vitestReport('failed', [
    { fullName: 'names says "no"', status: 'passed', duration: 12 },
    { fullName: 'names costs $5 (or more)', status: 'failed', duration: 1500 },
    { fullName: 'names later', status: 'skipped' },
  ])
  expect(vitestTests(report)).toEqual([
    {
      title: 'names says "no"',
      file: 'tests/unit/names.test.ts',
      outcome: 'passed',
      seconds: 0.012,
      rerunCommand:
        String.raw`npx vitest run tests/unit/names.test.ts -t "^names says \"no\"$"`.replace(
          '$"',
          String.raw`\$"`,
        ),
    },
    expect.objectContaining({
      outcome: 'failed',
      seconds: 1.5,
      rerunCommand: String.raw`npx vitest run tests/unit/names.test.ts -t "^names costs \\\$5 \(or more\)\$"`,
    }),
    expect.objectContaining({ title: 'names later', outcome: 'skipped' }),
  ])
})

it('counts a file that Vitest could not run as a failed test', () => {
  expect(vitestTests(vitestReport('failed', []))).toEqual([
    expect.objectContaining({
      outcome: 'failed',
      rerunCommand: 'npx vitest run tests/unit/names.test.ts',
    }),
  ])
})

it("reads Playwright's tests, with the total time of their attempts", () => {
  const report = playwrightReport(
    [spec('leaves no trace', 42)],
    [{ title: 'Copy', specs: [spec('copies', 90, 'unexpected')] }],
  )
  expect(playwrightTests(report)).toEqual([
    {
      title: 'leaves no trace',
      file: 'tests/e2e/key.spec.ts',
      outcome: 'passed',
      seconds: 1.5,
      rerunCommand: 'npx playwright test tests/e2e/key.spec.ts:42 --project=worker --trace=on',
    },
    expect.objectContaining({ title: 'Copy › copies', outcome: 'failed' }),
  ])
})

it('distinguishes tests on the same line by their titles', () => {
  const [first] = playwrightTests(playwrightReport([spec('in light', 7), spec('in dark', 7)]))
  expect(first?.rerunCommand).toContain(String.raw`key.spec.ts:7 --project=worker -g "in light\$"`)
})

it("names Playwright's configuration if it is not the default", () => {
  const aloneWith = (configFile: string) =>
    playwrightTests(playwrightReport([spec('a', 1)], [], inProject(configFile)))[0]?.rerunCommand
  expect(aloneWith('playwright.config.ts')).not.toContain('--config')
  expect(aloneWith('tests/engines/playwright.config.ts')).toContain(
    'npx playwright test --config=tests/engines/playwright.config.ts tests/e2e/key.spec.ts:1',
  )
})

it.each([
  ['flaky', 'failed'],
  ['skipped', 'skipped'],
])("reports a test with Playwright's status %s as %s", (status, outcome) => {
  expect(playwrightTests(playwrightReport([spec('a', 1, status)]))).toMatchObject([{ outcome }])
})

it('finds no tests if a runner wrote no report', () => {
  expect(readTests({ runner: 'vitest', file: '/nowhere/vitest.json' })).toEqual([])
})
