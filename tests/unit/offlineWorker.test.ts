import vm from 'node:vm'

import { describe, expect, it } from 'vitest'

import { offlineWorkerScript } from '../../tools/build/offlineBuild.ts'

const script = offlineWorkerScript()
const folder = 'https://example.com/edesk/'

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

it.each(['api/tokens', 'v1', 'v1/tags', '/v1/tags', '%76%31/tags', '/%76%31//tags'])(
  'a request to an API is left to MSW: %s',
  async (path) => {
    expect(await startWorker({ cached })({ mode: 'cors', path })).toBeUndefined()
  },
)
