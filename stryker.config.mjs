import { timeFactor } from './tests/support/timeFactor.ts'

/** Mutation tests: Stryker makes small changes to the code, and each must make a test fail (docs/testing.md, same heading). */
export default {
  mutate: [
    // Domain rules.
    'src/mock/domain/*.ts',
    'src/shared/*.ts',
    // Authorization: the management API, then the public API.
    'src/mock/server/server.ts',
    'src/mock/server/session.ts',
    'src/mock/publicApi/checkRequest.ts',
    'src/mock/publicApi/credentials.ts',
    'src/mock/publicApi/publicApi.ts',
    // Parsers of URL parameters.
    'src/mock/demo/demoLink.ts',
    'src/features/api-tokens/activity/activityView.ts',
    'src/features/api-tokens/list/tokenView.ts',
    'src/features/api-tokens/replacement/proposal.ts',
    'src/features/api-tokens/prefill/parsePrefillLink.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // Run all tests of that configuration, in its order. `--testFiles` would leave mutants inactive in code that runs on import.
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
  // On a busy machine, Stryker must not take a slow run for an endless loop.
  timeoutMS: 10_000 * timeFactor,
  dryRunTimeoutMinutes: 10 * timeFactor,
  allowConsoleColors: false,
}
