import { setupServer } from 'msw/node'

import { handlersFor } from './handlers.ts'
import { createStillDemo, type StillDemoOptions } from './stillDemo.ts'

/** The backend for tests in Node: a demo in memory, and MSW's network that lets it answer what is asked of the APIs. */
export async function createNodeBackend(options: StillDemoOptions = {}) {
  const demo = await createStillDemo(options)
  return Object.assign(demo, { network: setupServer(...handlersFor(demo.server)) })
}
