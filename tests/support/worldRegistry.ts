import { randomBytes } from 'node:crypto'

import { expect } from 'vitest'

import type { DemoState } from '#src/mock/demo/demoControl.ts'
import { demoSchema, type DemoTypes } from '#src/mock/demo/schema.ts'
import { createMemoryStorages } from '#src/mock/storage/memoryStorages.ts'
import type { Storages } from '#src/mock/storage/port.ts'
import { createChangeStreams } from '#src/mock/transports/changeStreams.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { createWorldRegistry } from '#src/mock/transports/worldRegistry.ts'
import { msPerHour } from '#src/shared/time.ts'

import { ask, type RawResponse } from './http.ts'
import { listen } from './listen.ts'

export const control = '/demo-control/v1'
export const hour = msPerHour

/** Starts a host with worlds on a free port, and returns functions that send requests to it. By default, its data are in memory. */
export async function startHostWithWorlds(
  storages: Storages<DemoTypes> = createMemoryStorages(demoSchema),
) {
  let time = Date.parse('2027-01-01T00:00:00Z')
  const worlds = await createWorldRegistry(
    {
      now: () => time,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
    },
    storages,
  )
  const host = createHost({
    ...worlds,
    streams: createChangeStreams(worlds.changes, { intervalMs: 0 }),
    serveFile: (_request, response) => response.end('the application'),
  })
  const port = await listen(host)

  async function createWorld(link?: string, path = '/worlds') {
    const { body } = await ask(
      port,
      'POST',
      control + path,
      link === undefined ? {} : { body: { link } },
    )
    const created = JSON.parse(body) as CreatedWorld
    const [cookie] = created.cookies
    const Cookie = `${cookie?.name}=${cookie?.value}`
    const name = `${created.world}.${created.view}`
    return {
      ...created,
      name,
      headers: { Cookie },
      get: (url: string) => ask(port, 'GET', url, { headers: { Cookie } }),
      call: async <Result = DemoState>(command: string, ...args: unknown[]): Promise<Result> => {
        const { status, body } = await ask(port, 'POST', `${control}/${name}/${command}`, {
          body: args,
        })
        expect([status, body]).toEqual([200, body])
        return JSON.parse(body) as Result
      },
    }
  }

  return {
    port,
    createWorld,
    removeIdleWorlds: worlds.removeIdleWorlds,
    advance: (milliseconds: number) => (time += milliseconds),
  }
}

interface CreatedWorld {
  world: string
  view: number
  cookies: { name: string; value: string; domain: string }[]
}

export interface Listed {
  items: { id: string; name: string }[]
}

export function tokensIn({ body }: RawResponse): Listed['items'] {
  return (JSON.parse(body) as Listed).items
}

export function detailOf({ body }: RawResponse): string {
  return (JSON.parse(body) as { detail: string }).detail
}

/** Returns whether the connection was closed without a response. */
export async function isLost(response: Promise<RawResponse>): Promise<boolean> {
  try {
    await response
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
  }
}
