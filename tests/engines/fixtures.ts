import { test as base } from '@playwright/test'

import { staticFiles } from '../../tools/serve/staticFiles.ts'
import { type TestServer, startTestServer } from '../e2e/testServer.ts'
import type { Engine, Profile, ProfileKind } from './driver.ts'
import { startChromium } from './drivers/chromium.ts'
import { startFirefox } from './drivers/firefox.ts'
import { startWebKit } from './drivers/webkit.ts'
import { Tab } from './tab.ts'

export type EngineName = 'chromium' | 'firefox' | 'webkit'

export interface EngineOptions {
  engineName: EngineName
}

/** A server of `dist/demo`. It can be stopped to simulate a lost network, and records the requested paths. */
interface Site extends TestServer {
  requestedPaths: string[]
}

interface Fixtures {
  site: Site
  /** The kind of profile that the test uses. */
  profileKind: ProfileKind
  profile: Profile
  newTab: () => Promise<Tab>
  /** A new, empty tab. */
  tab: Tab
}

const start: Record<EngineName, () => Promise<Engine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
}

/** Each test has its own server, and so its own origin, and its own profile. All tests share the browser. */
export const test = base.extend<Fixtures, EngineOptions & { engine: Engine }>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await start[engineName]()
      await use(engine)
      await engine.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  profileKind: ['plain', { option: true }],
  site: async ({}, use) => {
    const requestedPaths: string[] = []
    const listener = staticFiles('dist/demo')
    const server = await startTestServer((request, response) => {
      requestedPaths.push(request.url ?? '')
      listener(request, response)
    })
    await use({ ...server, requestedPaths })
    await server.stop()
  },
  profile: async ({ engine, profileKind }, use) => {
    const profile = await engine.open(profileKind)
    await use(profile)
    await profile.close()
  },
  newTab: async ({ profile, site }, use) => {
    await use(async () => new Tab(await profile.newTab(), site.origin))
  },
  tab: async ({ newTab }, use, testInfo) => {
    const tab = await newTab()
    await use(tab)
    if (testInfo.status === testInfo.expectedStatus) return
    await testInfo.attach('page', { body: await tab.pageText(), contentType: 'text/plain' })
    const body = Buffer.from(await tab.driver.screenshot())
    await testInfo.attach('screenshot', { body, contentType: 'image/png' })
  },
})

export { expect } from '@playwright/test'
