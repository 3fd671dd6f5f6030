import { HttpResponse } from 'msw'

import { seededBytes } from '../domain/random.ts'
import type { World } from '../scenarios/world.ts'
import { createMemoryWorld, type MemoryWorldOptions } from './memoryWorld.ts'

export interface StillDemoOptions extends Pick<MemoryWorldOptions, 'observe'> {
  /** A demo's link, as it stands in an address after the `?`. */
  link?: string
  /** When it begins without a scenario; by default a morning in November 2026. */
  now?: Date
  /** What there is without a scenario; by default the demo's data. */
  world?: World
}

/**
 * A demo in memory for tests and stories, which are to be the same each time: its time stands still until it is set.
 *
 * @throws DemoLinkError where a value in the link is none.
 */
export async function createStillDemo(options: StillDemoOptions = {}) {
  const { link = '', now = new Date('2026-11-24T09:00:00Z'), world, observe } = options
  const memory = createMemoryWorld({
    machine: { now: () => now.getTime(), randomBytes: seededBytes('round') },
    transport: 'node',
    ResponseClass: HttpResponse,
    ...(world ? { plain: world } : {}),
    ...(observe ? { observe } : {}),
  })
  const { demo, storage } = await memory.open(link)
  const { control, server, opens } = demo
  return {
    control,
    server,
    opens,
    /** What the backend holds, where the demo is now. */
    get storage() {
      return storage()
    },
    clock: {
      /** Requests that are sent from now on find this time. */
      set: (next: Date) => void control.setView({ now: next.toISOString() }),
    },
  }
}
