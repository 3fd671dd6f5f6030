import { HttpResponse } from 'msw'

import { demoSchema } from '../demo/schema.ts'
import { seededBytes } from '../domain/random.ts'
import type { SeedData } from '../scenarios/seedData.ts'
import { createMemoryStorages } from '../storage/memoryStorages.ts'
import { createWorld, type WorldOptions } from './world.ts'

export interface TestDemoOptions extends Pick<WorldOptions, 'observe'> {
  /** The query string of a demo link. */
  link?: string
  /** The start time without a scenario; by default a morning in November 2026. */
  now?: Date
  /** The data without a scenario; by default the demo's data. */
  world?: SeedData
}

/**
 * Creates an in-memory demo with a frozen clock and seeded randomness, so that tests and stories are reproducible.
 *
 * @throws DemoLinkError if the link contains an invalid value.
 */
export async function createTestDemo(options: TestDemoOptions = {}) {
  const { link = '', now = new Date('2026-11-24T09:00:00Z'), world, observe } = options
  const opened = createWorld({
    storages: createMemoryStorages(demoSchema),
    machine: { now: () => now.getTime(), randomBytes: seededBytes('round'), isStill: true },
    transport: 'node',
    ResponseClass: HttpResponse,
    ...(world ? { plain: world } : {}),
    ...(observe ? { observe } : {}),
  })
  const { demo, storage } = await opened.open(link)
  const { control, server, startPath } = demo
  return {
    control,
    server,
    startPath,
    /** The storage of the current world. */
    get storage() {
      return storage()
    },
    clock: {
      /** Sets the time for all later requests. */
      set: (next: Date) => void control.setView({ now: next.toISOString() }),
    },
  }
}
