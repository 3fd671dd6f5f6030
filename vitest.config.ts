import { availableParallelism } from 'node:os'

import { playwright } from '@vitest/browser-playwright'
import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'

import { emulateMedia } from './tests/browser/emulateMedia.ts'
import { timeFactor } from './tests/support/timeFactor.ts'
import { chromiumLaunchOptions } from './tools/chromiumLaunchOptions.ts'
import viteConfig from './vite.config.ts'

const chromium = await chromiumLaunchOptions()

/** What a test replaces is restored before the next one. */
const restored = { restoreMocks: true, unstubGlobals: true } as const

/** Unit tests and component tests in Node, and component tests in Chromium. */
export default defineConfig((env) =>
  mergeConfig(
    viteConfig(env),
    defineConfig({
      test: {
        // Processes: in Node, the threads of one process would hear each other's BroadcastChannel.
        pool: 'forks',
        // Vitest leaves one core to itself by default, which on two cores is half of them.
        maxWorkers: Math.max(2, availableParallelism() - 1),
        projects: [
          {
            extends: true,
            test: {
              name: 'unit',
              environment: 'node',
              include: ['tests/unit/**/*.test.ts'],
              setupFiles: ['tests/support/contract/setup.ts'],
              testTimeout: 5_000 * timeFactor,
              hookTimeout: 10_000 * timeFactor,
              // The files of a process share their modules.
              isolate: false,
              ...restored,
            },
          },
          {
            extends: true,
            test: {
              name: 'component',
              environment: 'jsdom',
              include: ['tests/component/**/*.test.ts'],
              setupFiles: ['tests/support/contract/setup.ts', 'tests/component/setup.ts'],
              server: { deps: { inline: ['vuetify'] } },
              css: false,
              testTimeout: 5_000 * timeFactor,
              hookTimeout: 10_000 * timeFactor,
              // Each file has modules of its own: Vue and Vuetify keep functions of the window that they were loaded in.
              isolate: true,
              ...restored,
            },
          },
          {
            extends: true,
            // A page has no environment variables.
            define: { 'process.env.TEST_TIME_FACTOR': JSON.stringify(String(timeFactor)) },
            optimizeDeps: {
              // Otherwise Vite finds them one by one, and reloads the page in the middle of a test.
              entries: ['tests/browser/**/*.test.ts', 'src/**/*.vue'],
              include: ['axe-core'],
            },
            test: {
              name: 'browser',
              include: ['tests/browser/**/*.test.ts'],
              setupFiles: ['tests/browser/setup.ts'],
              testTimeout: 10_000 * timeFactor,
              expect: { poll: { timeout: 5_000 * timeFactor } },
              // One page for all tests: it loads the application once.
              isolate: false,
              browser: {
                enabled: true,
                headless: true,
                provider: playwright({
                  launchOptions: chromium,
                  contextOptions: { locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
                }),
                instances: [{ browser: 'chromium' }],
                viewport: { width: 1280, height: 800 },
                testerHtmlPath: './tests/browser/tester.html',
                screenshotFailures: false,
                commands: { emulateMedia },
              },
            },
          },
        ],
        coverage: {
          provider: 'v8',
          include: ['src/mock/domain/**'],
          reporter: ['text'],
          thresholds: { branches: 100 },
        },
      },
    }),
  ),
)
