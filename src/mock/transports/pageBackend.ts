import { handlersFor } from './handlers.ts'
import { networkInPage } from './networkInPage.ts'
import { createStillDemo, type StillDemoOptions } from './stillDemo.ts'

/** Creates the backend for tests in a browser: an in-memory demo, and an MSW network that passes the page's requests to it. */
export async function createPageBackend(options: StillDemoOptions = {}) {
  const demo = await createStillDemo(options)
  return Object.assign(demo, { network: networkInPage(handlersFor(demo.server)) })
}
