import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

import { expect, onTestFinished } from 'vitest'

import { schema, type Storage } from '#src/mock/domain/schema.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { announceWrites } from '#src/mock/storage/announceWrites.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import {
  type Announcements,
  createAnnouncements,
  createChangeSource,
} from '#src/mock/transports/changeSource.ts'
import { createChangeStreams } from '#src/mock/transports/changeStreams.ts'
import { createHost, type HostOptions } from '#src/mock/transports/host.ts'

import { eventually } from './eventually.ts'
import { listen } from './listen.ts'

interface Opened {
  storage: Storage
  subscribe: Announcements['subscribe']
}

/** Opens a storage in memory that announces its changes. */
async function openMemory(): Promise<Opened> {
  const { announce, subscribe } = createAnnouncements()
  const storage = createMemoryStorage(schema)
  await storage.write((db) => seed(db, defaultWorld(new Date('2026-11-24T09:00:00Z'))))
  return { storage: announceWrites(storage, announce), subscribe }
}

/**
 * Starts a host with streams of changes, until the test ends.
 *
 * @param options.opened its storage; by default in memory.
 * @param options.host more options of the host.
 */
export async function startHostWithStreams({
  opened,
  host: hostOptions = {},
  ...options
}: Parameters<typeof createChangeStreams>[1] & {
  opened?: Opened
  host?: Partial<HostOptions>
} = {}) {
  let time = Date.parse('2026-11-24T09:00:00Z')
  const clock = { now: () => new Date(time) }
  const { storage, subscribe } = opened ?? (await openMemory())
  const server = createServer({ storage, clock, randomBytes: seededBytes('streams') })
  const streams = createChangeStreams(createChangeSource(storage, clock, subscribe), options)
  const host = createHost({
    server,
    streams,
    serveFile: (_request, response) => response.end('the application'),
    ...hostOptions,
  })
  const port = await listen(host)
  return { port, host, streams, advance: (milliseconds: number) => (time += milliseconds) }
}

/** Opens a stream of changes until the test ends. */
export async function openStream(port: number, headers: Record<string, string>) {
  const outgoing = request({ port, host: '127.0.0.1', path: '/api/changes', agent: false, headers })
  onTestFinished(() => void outgoing.destroy())
  outgoing.end()
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  let received = ''
  let hasEnded = false
  incoming.on('data', (part: Buffer) => (received += String(part)))
  // A connection that is cut reports an error.
  incoming.on('error', () => undefined)
  incoming.on('close', () => (hasEnded = true))
  return {
    status: incoming.statusCode,
    headers: incoming.headers,
    received: () => received,
    events: () => received.split('data: changed\n\n').length - 1,
    ended: () => eventually(() => expect(hasEnded).toBe(true)),
    leave: () => outgoing.destroy(),
  }
}
