import { defineConfig } from '@playwright/test'

import settings from '../../playwright.config.ts'

/** For tests that must fail: tests/e2e/kit.spec.ts runs them and checks the failures. It already serves the demo. */
export default defineConfig({
  testDir: '.',
  workers: 1,
  timeout: settings.timeout ?? 30_000,
  expect: settings.expect ?? {},
  reporter: [['json'], ['./stepReporter.ts']],
  outputDir: process.env.FAILING_OUTPUT ?? 'test-results',
  // The test of the steps waits for a token that stays missing, with the only `expect` in it. So it needs no factor.
  projects: [
    { name: 'missing', testMatch: 'steps.spec.ts', expect: { timeout: 1_000 } },
    { name: 'other', testIgnore: 'steps.spec.ts' },
  ],
  use: { ...settings.use, trace: 'off', baseURL: process.env.FAILING_BASE_URL ?? '' },
})
