import { setupServer } from 'msw/node'

import { handlersFor } from './handlers.ts'
import { createTestDemo, type TestDemoOptions } from './testDemo.ts'

/** Creates the backend for tests in Node: an in-memory demo, and an MSW server that passes API requests to it. */
export async function createNodeBackend(options: TestDemoOptions = {}) {
  const demo = await createTestDemo(options)
  return Object.assign(demo, { network: setupServer(...handlersFor(demo.server)) })
}
