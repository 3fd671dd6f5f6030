import { handlersFor } from './handlers.ts'
import { createPageNetwork } from './pageNetwork.ts'
import { createTestDemo, type TestDemoOptions } from './testDemo.ts'

/** Creates the backend for tests in a browser: an in-memory demo, and an MSW network that passes the page's requests to it. */
export async function createPageBackend(options: TestDemoOptions = {}) {
  const demo = await createTestDemo(options)
  return Object.assign(demo, { network: createPageNetwork(handlersFor(demo.server)) })
}
