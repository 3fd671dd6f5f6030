import { describe, expect, it, vi } from 'vitest'

import { cleanUp } from '#src/mock/operations/cleanUp.ts'
import { msPerDay, msPerMinute } from '#src/shared/time.ts'

import { history, keyWorks, startServerWithToken } from '../support/serverWithToken.ts'

const noPause = () => Promise.resolve()

/** Starts a backend with a token and this many requests with its key. */
async function startWithRequests(count: number) {
  const started = await startServerWithToken()
  const { clock, storage, nobody } = started.backend
  const start = clock.now()
  const after = (days: number) => clock.set(new Date(start.getTime() + days * msPerDay))
  for (let sent = 0; sent < count; sent += 1) await keyWorks(nobody, started.oldKey)
  return {
    ...started,
    after,
    clean: (pause = noPause) => cleanUp(storage, clock.now(), pause),
    counts: () => {
      const { requests, usage, places, sessions, creations } = storage.dump()
      return {
        requests: requests.length,
        usage: usage.length,
        places: places.length,
        sessions: sessions.length,
        creations: creations.length,
      }
    },
  }
}

describe('a clean-up', () => {
  it('deletes nothing that is still kept', async () => {
    const { clean, counts } = await startWithRequests(3)
    const before = counts()
    expect(await clean()).toBe(0)
    expect(counts()).toEqual(before)
  })

  it('deletes sessions that have ended, and creations after a day', async () => {
    const { after, clean, counts } = await startWithRequests(0)
    expect(counts()).toMatchObject({ sessions: 1, creations: 1 })
    after(1)
    await clean()
    expect(counts()).toMatchObject({ creations: 0 })
    after(31)
    await clean()
    expect(counts()).toMatchObject({ sessions: 0 })
  })

  it('deletes requests after 90 days, but not their numbers per day', async () => {
    const { after, clean, counts } = await startWithRequests(2)
    after(90 - msPerMinute / msPerDay)
    await clean()
    expect(counts()).toMatchObject({ requests: 2 })
    after(90)
    await clean()
    expect(counts()).toMatchObject({ requests: 0, usage: 1, places: 1 })
  })

  it('keeps the newest 1,000 requests of each token', async () => {
    const { backend, old, clean } = await startWithRequests(1)
    const [sample] = backend.storage.dump().requests
    if (!sample) throw new Error('There is no request.')
    const many = Array.from({ length: 1_250 }, (_, index) => ({ ...sample, id: index + 10 }))
    await backend.storage.write((db) => db.putAll('requests', many))
    expect(await clean()).toBe(251)
    const ids = backend.storage.dump().requests.map(({ id }) => id)
    expect(ids).toHaveLength(1_000)
    expect(Math.min(...ids)).toBe(260)
    expect(sample.tokenId).toBe(old.id)
  })

  it.each(['deleted', 'retired'])(
    'deletes what belonged to a token 30 days after it was %s, but not its activity',
    async (ending) => {
      const { backend, admin, old, after, clean, counts } = await startWithRequests(2)
      if (ending === 'deleted') await admin('DELETE', `/api/tokens/${old.id}`)
      else {
        await admin('POST', `/api/tokens/${old.id}/replacement`, {
          headers: { 'Idempotency-Key': 'replace-this-token' },
          body: { accessLevel: 'read_only', keepOldKey: 'day' },
        })
        await admin('POST', `/api/tokens/${old.id}/retirement`)
      }
      expect(counts()).toMatchObject({ requests: 2, usage: 1, places: 1 })
      after(29)
      await clean()
      expect(counts()).toMatchObject({ requests: 2, usage: 1, places: 1 })
      after(30)
      await clean()
      expect(counts()).toMatchObject({ requests: 0, usage: 0, places: 0 })
      expect(await history(await backend.as('admin'), old.id)).toContain(ending)
    },
  )

  it('continues with the tokens that were deleted since the last one', async () => {
    const { backend, admin, old, after, clean, counts } = await startWithRequests(1)
    const { body } = await admin('POST', '/api/tokens', {
      headers: { 'Idempotency-Key': 'another-token-of-it' },
      body: { name: 'Ledger', description: '', accessLevel: 'read_only' },
    })
    const { token, key } = body as { token: { id: string }; key: string }
    await keyWorks(backend.nobody, key)
    await admin('DELETE', `/api/tokens/${old.id}`)
    await admin('DELETE', `/api/tokens/${token.id}`)
    after(30)
    const writes = vi.spyOn(backend.storage, 'write')
    await clean()
    expect(counts()).toMatchObject({ requests: 0, usage: 0 })
    writes.mockClear()
    expect(await clean()).toBe(0)
    // A write would be synced to the disk.
    expect(writes).not.toHaveBeenCalled()
  })

  it('lets requests come between its transactions, and deletes at most 100 records in each', async () => {
    const { backend, clean } = await startWithRequests(1)
    const [sample] = backend.storage.dump().requests
    if (!sample) throw new Error('There is no request.')
    const old = { ...sample, at: new Date(Date.parse(sample.at) - 91 * msPerDay).toISOString() }
    const many = Array.from({ length: 450 }, (_, index) => ({ ...old, id: index + 10 }))
    await backend.storage.write(async (db) => {
      await db.delete('requests', sample.id)
      await db.putAll('requests', many)
    })
    const left: number[] = []
    const pause = async () => {
      left.push(backend.storage.dump().requests.length)
    }
    expect(await clean(pause)).toBe(450)
    expect([...new Set(left)]).toEqual([450, 350, 250, 150, 50, 0])
  })

  it('ends when the pause does', async () => {
    const { clean, after } = await startWithRequests(1)
    after(100)
    const stopped = clean(() => Promise.reject(new Error('stopped')))
    await expect(stopped).rejects.toThrow('stopped')
  })
})
