import { setupServer } from 'msw/node'

import { handlersFor } from './handlers.ts'
import { createStillDemo, type StillDemoOptions } from './stillDemo.ts'

/** Creates the backend for tests in Node: an in-memory demo, and an MSW server that passes API requests to it. */
export async function createNodeBackend(options: StillDemoOptions = {}) {
  const demo = await createStillDemo(options)
  return Object.assign(demo, { network: setupServer(...handlersFor(demo.server)) })
}
