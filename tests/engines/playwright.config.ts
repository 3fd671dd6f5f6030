import { defineConfig } from '@playwright/test'

import { installedFirefox } from '../../tools/programs/firefox.mjs'
import { installedWebKit } from '../../tools/programs/webkit.mjs'
import { timeFactor } from '../support/timeFactor.ts'
import type { EngineName, EngineOptions } from './fixtures.ts'

const engines: EngineName[] = ['chromium']
if (installedFirefox()) engines.push('firefox')
if (installedWebKit()) engines.push('webkit')

/** `npm run test:engines`: the same journeys in three engines. Each engine has one worker, and so one browser at a time. */
export default defineConfig<object, EngineOptions>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  workers: engines.length,
  forbidOnly: !!process.env.CI,
  timeout: 30_000 * timeFactor,
  expect: { timeout: 5_000 * timeFactor },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  projects: engines.map((engineName) => ({ name: engineName, use: { engineName } })),
})
