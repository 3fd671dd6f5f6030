import { existsSync } from 'node:fs'

import { defineConfig } from '@playwright/test'

import type { KitOptions } from './src/kit/playwright.ts'
import { timeFactor } from './tests/support/timeFactor.ts'
import { chromiumLaunchOptions } from './tools/programs/chromiumLaunchOptions.ts'

const port = Number(process.env.PLAYWRIGHT_PORT ?? 4183)
const hostPort = Number(process.env.PLAYWRIGHT_HOST_PORT ?? port + 1)
/** Hosts that are running already (`npm run test:hosts`). Each worker uses one of them. */
const hostUrls = (process.env.PLAYWRIGHT_HOST_URLS ?? '').split(',').filter((url) => url !== '')
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0)
const hostUrl = hostUrls[worker % hostUrls.length] ?? `http://localhost:${hostPort}`
/** Whether `npm run build:real` has run: the HTTP host serves its output. */
const hostIsBuilt = existsSync('dist/real/index.html')

/** Tests of screens. They pass with the backend anywhere, and start fastest with the backend in the page. */
const onAnyBackend = [
  'activity',
  'advice',
  'appearance',
  'demo/files',
  'demo/gallery',
  'demo/panel',
  'leakedKeys',
  'gates',
  'keyboard',
  'kitLanguages',
  'kitMatchers',
  'languages',
  'manyTokens',
  'reference',
  'replace',
  'shipping',
  'tokenLifecycle',
  'tour',
].map((name) => `**/${name}.spec.ts`)

/** The examples of the kit's guide. */
const examples = ['kitExamples', 'kitTokenLife'].map((name) => `**/${name}.spec.ts`)

/** The examples, and what the kit promises. They run on each backend. */
const onEveryBackend = [
  ...examples,
  ...['kitBackends', 'kitCalls', 'kitTools'].map((name) => `**/${name}.spec.ts`),
]

/** More browsers for the examples, such as `firefox,webkit`: Playwright's own builds, which must be installed. */
const browsers = (process.env.PLAYWRIGHT_BROWSERS ?? '').split(',').filter((name) => name !== '')

/** What the kit says about mistakes. */
const messages = ['**/kitMessages.spec.ts', '**/kitStateMessages.spec.ts']

/** The servers that the tests need, unless they run already. */
const webServers = [
  {
    command: 'node tools/serve/serve.ts dist/demo',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  ...(hostIsBuilt
    ? [
        {
          command: 'node tools/serve/host.ts --worlds',
          env: { PORT: String(hostPort) },
          url: hostUrl,
          reuseExistingServer: false,
        },
      ]
    : []),
]

/** End-to-end tests. They run against the built demo, served with its real headers. */
export default defineConfig<KitOptions>({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000 * timeFactor,
  expect: { timeout: 5_000 * timeFactor },
  // Without an output file, the JSON report would go to the terminal.
  reporter: [
    ['list'],
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['json'] as const] : []),
    ['html', { open: 'never' }],
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Traces take an eighth of the run time. To trace a test that you debug, pass `--trace on`.
    trace: 'off',
    actionTimeout: 10_000 * timeFactor,
    launchOptions: await chromiumLaunchOptions(),
  },
  projects: [
    { name: 'worker', testIgnore: [...onAnyBackend, ...messages] },
    // The kit waits for what is missing as long as `expect` does. It stays missing on a slow machine too, so no factor.
    {
      name: 'messages',
      testMatch: messages,
      expect: { timeout: 1_000 },
      use: { backend: 'page' },
    },
    {
      name: 'page',
      testMatch: [...onEveryBackend, ...onAnyBackend],
      use: { backend: 'page' },
    },
    ...browsers.map((name) => ({
      name,
      testMatch: examples,
      use: { browserName: name as 'firefox' | 'webkit', launchOptions: {} },
    })),
    ...(hostIsBuilt
      ? [
          {
            name: 'host',
            testMatch: onEveryBackend,
            use: { backend: 'host' as const, hostUrl },
          },
        ]
      : []),
  ],
  webServer: hostUrls.length > 0 ? [] : webServers,
})
