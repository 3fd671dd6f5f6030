import { afterEach, beforeEach, expect, it, vi } from 'vitest'

type Callback = () => Promise<unknown>

interface Request {
  name: string
  mode: 'shared' | 'exclusive'
  grant: () => void
}

/** A browser's locks, and tabs that use them. `leave` simulates the back/forward cache. */
function openBrowser() {
  let held: Request[] = []
  let pending: Request[] = []

  function next(): void {
    for (const request of pending) {
      const others = held.filter(({ name }) => name === request.name)
      if (others.some(({ mode }) => mode === 'exclusive' || request.mode === 'exclusive')) continue
      pending = pending.filter((other) => other !== request)
      held.push(request)
      request.grant()
    }
  }

  const locks = {
    query: async () => ({ held: held.map(({ name }) => ({ name })) }),
    request(name: string, options: LockOptions, callback: Callback) {
      return new Promise((resolve, reject) => {
        const request: Request = {
          name,
          mode: options.mode ?? 'exclusive',
          grant: () => {
            callback()
              .finally(() => {
                held = held.filter((other) => other !== request)
                next()
              })
              .then(resolve, reject)
          },
        }
        options.signal?.addEventListener('abort', () => {
          if (!pending.includes(request)) return
          pending = pending.filter((other) => other !== request)
          reject(options.signal?.reason as Error)
        })
        pending.push(request)
        queueMicrotask(next)
      })
    },
  }
  return {
    names: () => held.map(({ name }) => name),
    waiting: () => pending.map(({ name }) => name),
    /** Blocks the other tabs, as a suspended page does. */
    block: () =>
      void locks.request('edesk-joining-world:/', {}, () => new Promise(() => undefined)),
    async openTab() {
      vi.resetModules()
      const page = new EventTarget()
      vi.stubGlobal('navigator', { locks })
      vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
      const { joinWorld } = await import('#src/mock/transports/joinWorld.ts')
      return { joinWorld, leave: () => page.dispatchEvent(new Event('pagehide')) }
    },
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('the first tab in a world is alone, the second is not', async () => {
  const browser = openBrowser()
  const first = await browser.openTab()
  expect(await first.joinWorld('tokens', '/')).toEqual({ shared: false })
  const second = await browser.openTab()
  expect(await second.joinWorld('tokens', '/')).toEqual({ shared: true })
  expect(await second.joinWorld('many', '/')).toEqual({ shared: false })
})

it('a tab that switches to another world releases its lock', async () => {
  const browser = openBrowser()
  const tab = await browser.openTab()
  await tab.joinWorld('tokens', '/')
  await tab.joinWorld('many', '/')
  await vi.waitFor(() => expect(browser.names()).toEqual(['edesk-world-many:/']))
})

it('a page that the user leaves releases its lock', async () => {
  const browser = openBrowser()
  const tab = await browser.openTab()
  await tab.joinWorld('tokens', '/')
  tab.leave()
  await vi.waitFor(() => expect(browser.names()).toEqual([]))
})

it('a page that the user leaves stops waiting for its lock', async () => {
  const browser = openBrowser()
  browser.block()
  const tab = await browser.openTab()
  const taking = tab.joinWorld('tokens', '/')
  await vi.waitFor(() => expect(browser.waiting()).toEqual(['edesk-joining-world:/']))
  tab.leave()
  expect(await taking).toEqual({ shared: true })
  expect(browser.waiting()).toEqual([])
})
