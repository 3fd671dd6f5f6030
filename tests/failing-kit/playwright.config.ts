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
  use: { ...settings.use, trace: 'off', baseURL: process.env.FAILING_BASE_URL ?? '' },
})
