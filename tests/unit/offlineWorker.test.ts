import vm from 'node:vm'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { offlineWorkerScript } from '../../tools/build/offlineBuild.ts'

const script = offlineWorkerScript()
const folder = 'https://example.com/edesk/'

afterEach(() => {
  vi.useRealTimers()
})

interface Asked {
  mode: 'navigate' | 'cors'
  path: string
}

/** Starts a worker that has cached these files. It is offline, unless `network` responds. */
function startWorker({
  cached,
  preload,
  network = () => Promise.reject(new TypeError('no network')),
}: {
  cached: Readonly<Record<string, string>>
  preload?: Promise<Response | undefined>
  network?: () => Promise<Response>
}) {
  const listeners = new Map<string, (event: object) => void>()
  const caches = {
    match: (fileUrl: string) =>
      Promise.resolve(fileUrl in cached ? new Response(cached[fileUrl]) : undefined),
  }
  vm.runInNewContext(script, {
    self: {
      registration: { scope: folder },
      addEventListener: (name: string, listener: (event: object) => void) =>
        listeners.set(name, listener),
    },
    caches,
    fetch: network,
    performance,
    TypeError,
  })
  /** Returns what the page gets; undefined if the worker leaves the request to MSW. */
  return async ({ mode, path }: Asked): Promise<string | undefined> => {
    let response: Promise<Response> | undefined
    listeners.get('fetch')?.({
      request: { url: folder + path, method: 'GET', mode },
      preloadResponse: preload ?? Promise.resolve(undefined),
      stopImmediatePropagation: () => undefined,
      respondWith: (given: Promise<Response>) => (response = given),
    })
    return (await response)?.text()
  }
}

const cached = { [folder]: 'the page', [`${folder}favicon.svg`]: 'the icon' }
const page = { mode: 'navigate', path: 'settings/api-tokens' } as const

describe('offline', () => {
  it.each([
    ['is rejected, as in Chromium', () => Promise.reject<Response>(new TypeError('no network'))],
    ['fails with a network error, as in Firefox', () => Promise.resolve(Response.error())],
    ['does not exist, as in WebKit', () => Promise.resolve(undefined)],
  ])('a page whose preload %s comes from the cache', async (_how, preload) => {
    expect(await startWorker({ cached, preload: preload() })(page)).toBe('the page')
  })

  it('a file whose request fails comes from the cache', async () => {
    const ask = startWorker({ cached, network: () => Promise.resolve(Response.error()) })
    expect(await ask({ mode: 'cors', path: 'favicon.svg' })).toBe('the icon')
  })

  it('a file that is not cached fails', async () => {
    await expect(startWorker({ cached: {} })(page)).rejects.toThrow()
  })
})

it('online, a page comes from the server even if it is cached', async () => {
  const preload = Promise.resolve(new Response('a newer page'))
  expect(await startWorker({ cached, preload })(page)).toBe('a newer page')
})

describe('the copy for offline use', () => {
  /** Starts a worker that copies three files. Returns what a page's events do, and the files that the worker has fetched. */
  function startCopying() {
    const listeners = new Map<string, (event: object) => void>()
    const fetched: string[] = []
    const cache = {
      match: () => Promise.resolve(undefined),
      put: () => Promise.resolve(),
      keys: () => Promise.resolve([]),
    }
    vm.runInNewContext(script, {
      self: {
        registration: { scope: folder, navigationPreload: { enable: () => Promise.resolve() } },
        addEventListener: (name: string, listener: (event: object) => void) =>
          listeners.set(name, listener),
      },
      caches: { open: () => Promise.resolve(cache), match: () => Promise.resolve(undefined) },
      fetch: (file: string | object) => {
        if (typeof file !== 'string') return Promise.resolve(new Response(''))
        const name = file.slice(folder.length)
        fetched.push(name)
        if (name !== 'offline-files.json') return Promise.resolve(new Response('content'))
        const files = ['assets/a.js', 'assets/b.js', 'assets/c.js']
        const words = { de: ['assets/words-de.js'], fr: ['assets/words-fr.js'] }
        return Promise.resolve(Response.json({ entry: 'assets/a.js', files, words }))
      },
      performance,
      setTimeout,
      Error,
      TypeError,
    })
    const stopImmediatePropagation = () => undefined
    return {
      fetched,
      copy: (language = 'en') =>
        listeners.get('message')?.({
          data: `EDESK_KEEP_FILES ${language}`,
          stopImmediatePropagation,
          waitUntil: () => undefined,
        }),
      loadFile: () =>
        listeners.get('fetch')?.({
          request: { url: `${folder}assets/page.js`, method: 'GET', mode: 'cors' },
          stopImmediatePropagation,
          respondWith: () => undefined,
        }),
    }
  }

  it('pauses while a page loads', async () => {
    vi.useFakeTimers()
    const { fetched, copy, loadFile } = startCopying()
    loadFile()
    copy()
    await vi.advanceTimersByTimeAsync(400)
    loadFile()
    await vi.advanceTimersByTimeAsync(400)
    expect(fetched).toEqual(['offline-files.json'])
    await vi.advanceTimersByTimeAsync(100)
    expect(fetched).toEqual(['offline-files.json', 'assets/a.js', 'assets/b.js', 'assets/c.js', ''])
  })

  it('has the words of the page’s language only', async () => {
    vi.useFakeTimers()
    const { fetched, copy } = startCopying()
    copy('de')
    await vi.advanceTimersByTimeAsync(0)
    expect(fetched).toContain('assets/words-de.js')
    expect(fetched).not.toContain('assets/words-fr.js')
  })

  it('starts at once if no page loads', async () => {
    vi.useFakeTimers()
    const { fetched, copy } = startCopying()
    copy()
    await vi.advanceTimersByTimeAsync(0)
    expect(fetched).toContain('assets/c.js')
  })
})

it.each(['api/tokens', 'v1', 'v1/tags', '/v1/tags', '%76%31/tags', '/%76%31//tags'])(
  'a request to an API is left to MSW: %s',
  async (path) => {
    expect(await startWorker({ cached })({ mode: 'cors', path })).toBeUndefined()
  },
)
