import { describe, expect, it } from 'vitest'

import { seededBytes } from '#src/mock/domain/random.ts'
import { schema } from '#src/mock/domain/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { now } from '../support/singleHost.ts'

const anyKey = 'edesk_'

/** Creates a server whose storage fails with this error, and collects the reported errors. */
async function start(error?: Error) {
  const storage = createMemoryStorage(schema)
  await storage.write((db) => seed(db, defaultWorld(now)))
  const failures: unknown[] = []
  const fail = error && (() => Promise.reject(error))
  const server = createServer({
    storage: fail ? { read: fail, write: fail } : storage,
    clock: { now: () => now },
    randomBytes: seededBytes('failures'),
    onFailure: (failure, request) => failures.push([failure, new URL(request.url).pathname]),
  })
  const statusOf = async (path: string) => {
    const headers = { Authorization: `Bearer ${anyKey}` }
    return (await server.handle(new Request(`http://localhost${path}`, { headers }))).status
  }
  return { failures, statusOf }
}

describe('the error behind a response is reported', () => {
  it.each([
    ['/api/session', new StorageError('unavailable'), 503],
    ['/v1/whoami', new StorageError('full'), 507],
    ['/api/session', new TypeError('a mistake'), 500],
    ['/v1/whoami', new TypeError('a mistake'), 500],
  ])('%s: %s', async (path, error, status) => {
    const { failures, statusOf } = await start(error)
    expect(await statusOf(path)).toBe(status)
    expect(failures).toEqual([[error, path]])
  })

  it('unless the request succeeded or was rejected', async () => {
    const { failures, statusOf } = await start()
    const paths = ['/api/session', '/api/nothing', '/api/tokens', '/v1/whoami', '/v1/nothing']
    const statuses: number[] = []
    for (const path of paths) statuses.push(await statusOf(path))
    expect(statuses).toEqual([200, 404, 401, 403, 404])
    expect(failures).toEqual([])
  })
})
