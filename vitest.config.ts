import { availableParallelism } from 'node:os'

import { playwright } from '@vitest/browser-playwright'
import { mergeConfig } from 'vite'
import { defineConfig, type TestUserConfig } from 'vitest/config'

import { emulateMedia } from './tests/browser/emulateMedia.ts'
import { timeFactor } from './tests/support/timeFactor.ts'
import { chromiumLaunchOptions } from './tools/programs/chromiumLaunchOptions.ts'
import viteConfig from './vite.config.ts'

const chromium = await chromiumLaunchOptions()

/** Restores mocks and globals before each test. */
const restored = { restoreMocks: true, unstubGlobals: true } as const

/** Component tests that reset modules, or need a page whose application has not run yet. */
const ownModules = 'tests/component/ownModules/*.test.ts'

/** Component tests in Node. */
const component: TestUserConfig = {
  environment: 'jsdom',
  setupFiles: ['tests/support/contract/setup.ts', 'tests/component/setup.ts'],
  server: { deps: { inline: ['vuetify'] } },
  css: false,
  testTimeout: 5_000 * timeFactor,
  hookTimeout: 10_000 * timeFactor,
  ...restored,
}

/** Unit tests and component tests in Node, component tests in Chromium, and tests of the packed package. */
export default defineConfig((env) =>
  mergeConfig(
    viteConfig(env),
    defineConfig({
      test: {
        // Processes, not threads: a BroadcastChannel in Node reaches all threads of a process.
        pool: 'forks',
        // By default, Vitest keeps one core for itself: on a machine with two cores, that is half.
        maxWorkers: Math.max(2, availableParallelism() - 1),
        expect: { poll: { timeout: 4_000 * timeFactor } },
        projects: [
          {
            extends: true,
            test: {
              name: 'unit',
              environment: 'node',
              include: ['tests/unit/**/*.test.ts'],
              globalSetup: [
                'tests/support/createHostFolder.ts',
                'tests/support/postgres/startPostgres.ts',
              ],
              setupFiles: ['tests/support/contract/setup.ts'],
              testTimeout: 5_000 * timeFactor,
              hookTimeout: 10_000 * timeFactor,
              // Test files in a process share modules, which is faster.
              isolate: false,
              ...restored,
            },
          },
          {
            extends: true,
            test: {
              ...component,
              name: 'component',
              include: ['tests/component/**/*.test.ts'],
              exclude: [ownModules],
              // Test files in a process share modules and the window: to load the application again takes longer than most tests.
              isolate: false,
            },
          },
          {
            extends: true,
            test: {
              ...component,
              name: 'component-own-modules',
              include: [ownModules],
              isolate: true,
            },
          },
          {
            extends: true,
            test: {
              name: 'package',
              environment: 'node',
              include: ['tests/package/**/*.test.ts'],
              testTimeout: 20_000 * timeFactor,
              hookTimeout: 20_000 * timeFactor,
              ...restored,
            },
          },
          {
            extends: true,
            // A page has no environment variables.
            define: { 'process.env.TEST_TIME_FACTOR': JSON.stringify(String(timeFactor)) },
            optimizeDeps: {
              // Otherwise Vite discovers dependencies one by one, and reloads the page during a test.
              entries: ['tests/browser/**/*.test.ts', 'src/**/*.vue'],
              include: ['@mswjs/interceptors/XMLHttpRequest', 'axe-core'],
            },
            test: {
              name: 'browser',
              include: ['tests/browser/**/*.test.ts'],
              setupFiles: ['tests/browser/setup.ts'],
              testTimeout: 10_000 * timeFactor,
              // All tests share one page, which loads the application once.
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
          // It changes only the files below. V8's own measurement slows down all JavaScript of a process.
          provider: 'istanbul',
          include: ['src/mock/domain/**', 'src/shared/**'],
          reporter: ['text'],
          thresholds: { branches: 100 },
        },
      },
    }),
  ),
)
