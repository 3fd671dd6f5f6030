import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createDemo } from '#src/mock/demo/demo.ts'
import type { DemoEnvironment } from '#src/mock/demo/demoContext.ts'
import type { DemoStorage } from '#src/mock/demo/schema.ts'
import { StorageError } from '#src/mock/storage/port.ts'
import { browserEnvironment } from '#src/mock/transports/browserEnvironment.ts'
import { joinWorld } from '#src/mock/transports/joinWorld.ts'
import { readItem, writeItem } from '#src/shared/browserStorage.ts'

/** The error that Firefox throws on any access to storage that it blocks. */
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
  vi.stubGlobal('location', { pathname: '/' })
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

describe('when the browser blocks the storage of the site', () => {
  it('announces changes only within the tab', async () => {
    const { announceChange, onChange } = await import('#src/api/changeNotifications.ts')
    const listener = vi.fn()
    onChange(listener)
    announceChange()
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('starts with empty demo memory, and sends no messages to other tabs', () => {
    const { environment } = browserEnvironment({ base: '/', transport: () => 'page' })
    expect(environment.memory.load()).toBeUndefined()
    expect(environment.memory.lastTab()).toBeUndefined()
    expect(() => environment.notify.reset('tokens')).not.toThrow()
  })

  it('treats the tab as alone in its world', async () => {
    expect(await joinWorld('tokens', '/')).toEqual({ shared: false })
  })

  it('reads nothing, and reports that a write was not stored', () => {
    expect(readItem('localStorage', 'edesk.theme')).toBeNull()
    expect(writeItem('sessionStorage', 'edesk.reloaded-for', '/login')).toBe(false)
    expect(writeItem('sessionStorage', 'edesk.reloaded-for', null)).toBe(false)
  })

  it('gives MSW an in-memory storage, because MSW reads localStorage on import', async () => {
    await import('#src/mock/transports/localStorageFallback.ts')
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
    'starts a backend that explains the problem for the link "%s"',
    async (link) => {
      const demo = await createDemo(new URLSearchParams(link), {
        ...environment(),
        storageOf: () => failing,
      })
      const response = await demo.server.handle(new Request('https://example.com/api/session'))
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({ type: '/problems/storage-unavailable' })
    },
  )
})

it('does not report an unrelated error as a storage error', async () => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('navigator', {
    locks: { request: () => Promise.reject(new TypeError('another one')) },
  })
  await expect(joinWorld('tokens', '/')).rejects.toThrow('another one')
})

const failing: DemoStorage = {
  read: () => Promise.reject(new StorageError('unavailable')),
  write: () => Promise.reject(new StorageError('unavailable')),
}

function environment(): DemoEnvironment {
  return {
    ...browserEnvironment({ base: '/', transport: () => 'page' }).environment,
    cookie: { get: () => undefined, set: () => undefined },
    notify: {
      change: () => undefined,
      reset: () => undefined,
      fault: () => undefined,
      exchange: () => undefined,
    },
  }
}
