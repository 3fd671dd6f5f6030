import { existsSync } from 'node:fs'

import { defineConfig } from '@playwright/test'

import type { KitOptions } from './tests/kit/playwright.ts'
import { timeFactor } from './tests/support/timeFactor.ts'
import { chromiumLaunchOptions } from './tools/chromiumLaunchOptions.ts'

const port = Number(process.env.PLAYWRIGHT_PORT ?? 4183)
const hostPort = Number(process.env.PLAYWRIGHT_HOST_PORT ?? port + 1)
const hostUrl = `http://localhost:${hostPort}`
/** What the HTTP host serves (`npm run build:real`). */
const hostIsBuilt = existsSync('dist/real/index.html')

/** Tests of screens: where the backend runs makes no difference to them, and in the page it starts quickest. */
const onAnyBackend = [
  'activity',
  'appearance',
  'foundKey',
  'gates',
  'keyboard',
  'manyTokens',
  'reference',
  'replace',
  'shipping',
  'tokenLife',
].map((name) => `**/${name}.spec.ts`)

/** End-to-end tests, against the demo as it is built and served to people. */
export default defineConfig<KitOptions>({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000 * timeFactor,
  expect: { timeout: 5_000 * timeFactor },
  // Without a file to write to, the JSON report would fill the terminal.
  reporter: [
    ['list'],
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as const] : []),
    ['html', { open: 'never' }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace costs an eighth of the time: `--trace on` turns it on for the tests that one looks into.
    trace: 'off',
    actionTimeout: 10_000 * timeFactor,
    launchOptions: await chromiumLaunchOptions(),
  },
  projects: [
    { name: 'worker', testIgnore: onAnyBackend },
    // The examples of the kit's guide run on every backend.
    {
      name: 'page',
      testMatch: ['**/kitExamples.spec.ts', ...onAnyBackend],
      use: { backend: 'page' },
    },
    ...(hostIsBuilt
      ? [
          {
            name: 'host',
            testMatch: 'kitExamples.spec.ts',
            use: { backend: 'host' as const, hostUrl },
          },
        ]
      : []),
  ],
  webServer: [
    {
      command: 'node tools/serve.ts dist/demo',
      env: { PORT: String(port) },
      url: `http://localhost:${port}/`,
      reuseExistingServer: false,
    },
    ...(hostIsBuilt
      ? [
          {
            command: 'node tools/host.ts --worlds',
            env: { PORT: String(hostPort) },
            url: hostUrl,
            reuseExistingServer: false,
          },
        ]
      : []),
  ],
})
