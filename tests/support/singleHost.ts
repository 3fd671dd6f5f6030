import { schema } from '#src/mock/domain/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { createHost, type HostOptions } from '#src/mock/transports/host.ts'
import { seededBytes } from '#src/mock/domain/random.ts'

import type { RawResponse } from './http.ts'
import { listen } from './listen.ts'

export const now = new Date('2026-11-24T09:00:00Z')

/** Starts a host on a free port, and returns the port. Its only file contains `the application`. */
export async function startSingleHost(
  options: Partial<Omit<HostOptions, 'server'>> = {},
): Promise<number> {
  const storage = createMemoryStorage(schema)
  await storage.write((db) => seed(db, defaultWorld(now)))
  const server = createServer({
    storage,
    clock: { now: () => now },
    randomBytes: seededBytes('round'),
  })
  const host = createHost({
    server,
    serveFile: (_request, response) => response.end('the application'),
    ...options,
  })
  return listen(host)
}

/** Returns the status and the error format: `421 edesk` or `421 problem`. */
export function statusAndFormat({ status, headers, body }: RawResponse): string {
  const {
    type,
    status: inBody,
    error,
  } = JSON.parse(body) as {
    type?: string
    status?: number
    error?: { httpCode: number }
  }
  const problem = headers['content-type'] === 'application/problem+json'
  if (problem && type === 'about:blank' && inBody === status) return `${status} problem`
  if (!problem && error?.httpCode === status) return `${status} edesk`
  return `${status} ${body}`
}
