import { timeFactor } from './tests/support/timeFactor.ts'
import { mutatedFiles } from './tools/mutants/mutatedFiles.ts'

/** Mutation tests: Stryker makes small changes to the code, and each must make a test fail (docs/testing.md, same heading). */
export default {
  mutate: mutatedFiles,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // Run all tests of that configuration, in its order. `--testFiles` would leave mutants inactive in code that runs on import.
  vitest: { configFile: 'tools/mutants/mutantTests.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: 'reports/mutants.json',
  tempDirName: 'reports/mutants',
  ignorePatterns: ['dist', 'tests/e2e', 'tests/component'],
  reporters: ['clear-text', 'html'],
  htmlReporter: { fileName: 'reports/mutants.html' },
  clearTextReporter: { logTests: false, reportTests: false },
  thresholds: { high: 95, low: 95, break: 95 },
  concurrency: 2,
  // On a busy machine, Stryker must not take a slow run for an endless loop.
  timeoutMS: 10_000 * timeFactor,
  dryRunTimeoutMinutes: 10 * timeFactor,
  allowConsoleColors: false,
}
