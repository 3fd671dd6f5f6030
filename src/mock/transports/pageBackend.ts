import { handlersFor } from './handlers.ts'
import { networkInPage } from './networkInPage.ts'
import { createStillDemo, type StillDemoOptions } from './stillDemo.ts'

/** The backend for tests in a browser: a demo in memory, and MSW's network that lets it answer the page's requests. */
export async function createPageBackend(options: StillDemoOptions = {}) {
  const demo = await createStillDemo(options)
  return Object.assign(demo, { network: networkInPage(handlersFor(demo.server)) })
}
