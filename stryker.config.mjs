import { timeFactor } from './tests/support/timeFactor.ts'

/** Mutants: small changes of the code, each of which has to make a test fail (docs/testing.md, "Mutants"). */
export default {
  mutate: [
    // The rules.
    'src/mock/domain/*.ts',
    // Who may do what: the management API, then the public one.
    'src/mock/server.ts',
    'src/mock/session.ts',
    'src/mock/publicApi/check.ts',
    'src/mock/publicApi/credentials.ts',
    'src/mock/publicApi/publicApi.ts',
    // What a key looks like.
    'src/api/keyFormat.ts',
    // What an address may ask for.
    'src/mock/demo/link.ts',
    'src/features/api-tokens/activity/activityView.ts',
    'src/features/api-tokens/list/tokenView.ts',
    'src/features/api-tokens/replacement/proposal.ts',
    'src/features/api-tokens/starting-points/readLink.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // All tests of that file, in its order. Not `--testFiles`: it leaves mutants inactive that are read when a module is loaded.
  vitest: { configFile: 'tools/mutantTests.ts', related: false },
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
  // On a busy machine a slow run must not count as a mutant that never ends.
  timeoutMS: 10_000 * timeFactor,
  dryRunTimeoutMinutes: 10 * timeFactor,
  allowConsoleColors: false,
}
