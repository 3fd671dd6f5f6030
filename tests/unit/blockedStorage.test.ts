import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createDemo } from '#src/mock/demo/demo.ts'
import type { Surroundings } from '#src/mock/demo/place.ts'
import { type Storage as Data, StorageError } from '#src/mock/storage/storage.ts'
import { browserSurroundings } from '#src/mock/transports/browserSurroundings.ts'
import { takePlace } from '#src/mock/transports/takePlace.ts'
import { readItem, writeItem } from '#src/ui/browserStorage.ts'

/** What Firefox throws, where it blocks a site's storage, at every mention of what could keep something. */
const blocked = () => new DOMException('The operation is insecure.', 'SecurityError')

function throwBlocked(): never {
  throw blocked()
}

beforeEach(() => {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(globalThis, name, { get: throwBlocked, configurable: true })
  }
  vi.stubGlobal('BroadcastChannel', function () {
    throwBlocked()
  })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(blocked()), query: () => Promise.reject(blocked()) },
  })
  vi.resetModules()
})
afterEach(() => {
  for (const name of ['localStorage', 'sessionStorage']) Reflect.deleteProperty(globalThis, name)
  vi.unstubAllGlobals()
})

describe('where the browser blocks the site’s storage', () => {
  it('changes are told within the tab alone', async () => {
    const { announceChange, onChange } = await import('#src/api/changes.ts')
    const heard = vi.fn()
    onChange(heard)
    announceChange()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('a demo’s memory is empty, and its news go nowhere', () => {
    const { surroundings } = browserSurroundings({ base: '/', transport: () => 'page' })
    expect(surroundings.memory.load()).toBeUndefined()
    expect(surroundings.memory.lastWorld()).toBeUndefined()
    expect(() => surroundings.tell.reset('tokens')).not.toThrow()
  })

  it('a tab is alone in its world', async () => {
    expect(await takePlace('tokens')).toEqual({ shared: false })
  })

  it('reads nothing, and reports that a write was not kept', () => {
    expect(readItem('localStorage', 'edesk.theme')).toBeNull()
    expect(writeItem('sessionStorage', 'edesk.reloaded-for', '/login')).toBe(false)
  })

  it('MSW finds a storage in memory, because it reads one as it is loaded', async () => {
    await import('#src/mock/transports/localStorageStandIn.ts')
    localStorage.setItem('one', 'kept')
    localStorage.setItem('two', 'kept too')
    localStorage.removeItem('two')
    expect(localStorage.getItem('one')).toBe('kept')
    expect(localStorage.getItem('two')).toBeNull()
    expect([localStorage.length, localStorage.key(0), localStorage.key(1)]).toEqual([
      1,
      'one',
      null,
    ])
    localStorage.clear()
    expect(localStorage.length).toBe(0)
  })

  it.each(['', 'demo=tokens', 'demo=tokens&demo.as=agent', 'demo.as=admin', 'demo.latency=1'])(
    'the link "%s" starts a backend that says why it cannot answer',
    async (link) => {
      const demo = await createDemo(new URLSearchParams(link), {
        ...surroundings(),
        storageOf: () => failing,
      })
      const answer = await demo.server.handle(new Request('https://example.com/api/session'))
      expect(answer.status).toBe(503)
      expect(await answer.json()).toMatchObject({ type: '/problems/storage-unavailable' })
    },
  )
})

it('an error that has nothing to do with storage is not taken for one', async () => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(new TypeError('another one')) },
  })
  await expect(takePlace('tokens')).rejects.toThrow('another one')
})

const failing: Data = {
  read: () => Promise.reject(new StorageError('unavailable')),
  change: () => Promise.reject(new StorageError('unavailable')),
}

function surroundings(): Surroundings {
  return {
    ...browserSurroundings({ base: '/', transport: () => 'page' }).surroundings,
    cookie: { get: () => undefined, set: () => undefined },
    tell: { change: () => undefined, reset: () => undefined, exchange: () => undefined },
  }
}
