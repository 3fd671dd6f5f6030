import { test as base } from '@playwright/test'

import { staticFiles } from '../../tools/staticFiles.ts'
import { type OwnServer, serve } from '../e2e/ownServer.ts'
import type { Engine, Profile, ProfileKind } from './driver.ts'
import { startChromium } from './drivers/chromium.ts'
import { startFirefox } from './drivers/firefox.ts'
import { startWebKit } from './drivers/webkit.ts'
import { Tab } from './tab.ts'

export type EngineName = 'chromium' | 'firefox' | 'webkit'

export interface EngineOptions {
  engineName: EngineName
}

/** A server of `dist/demo` that is stopped as a network is cut, with the paths that it was asked for. */
interface Site extends OwnServer {
  asked: string[]
}

interface Fixtures {
  site: Site
  /** What the browser is like. */
  profileKind: ProfileKind
  profile: Profile
  newTab: () => Promise<Tab>
  /** A tab in which nothing is open. */
  tab: Tab
}

const start: Record<EngineName, () => Promise<Engine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
}

/** Each test has a server, and so an origin, and a profile of its own. The browser is one for all. */
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
    const asked: string[] = []
    const answer = staticFiles('dist/demo')
    const server = await serve((request, response) => {
      asked.push(request.url ?? '')
      answer(request, response)
    })
    await use({ ...server, asked })
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
