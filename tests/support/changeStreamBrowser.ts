import { PiniaColada } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

/** A stream that a page has opened. */
class Source extends EventTarget {
  isClosed = false
  readonly url: string
  readonly withCredentials: boolean

  constructor(url: string, { withCredentials = false }: EventSourceInit = {}) {
    super()
    this.url = url
    this.withCredentials = withCredentials
    sources.push(this)
  }

  close(): void {
    this.isClosed = true
  }

  announce(): void {
    this.dispatchEvent(new MessageEvent('message', { data: 'changed' }))
  }

  /** The service has ended or refused it. */
  fail(): void {
    this.dispatchEvent(new Event('error'))
  }
}

let sources: Source[] = []

/** Channels with the same name: each message reaches the others. */
class Channel extends EventTarget {
  static readonly all = new Set<Channel>()

  constructor() {
    super()
    Channel.all.add(this)
  }

  postMessage(data: unknown): void {
    for (const other of Channel.all) {
      if (other !== this) other.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
}

function createLocks() {
  let isHeld = false
  let waiting: (() => void)[] = []
  return {
    async request(_name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) {
      if (isHeld) {
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve)
          signal.addEventListener('abort', () => {
            waiting = waiting.filter((other) => other !== resolve)
            reject(new DOMException('The wait has ended.', 'AbortError'))
          })
        })
      }
      isHeld = true
      await work()
      isHeld = false
      waiting.shift()?.()
    },
  }
}

const session = {
  user: { id: 'u1', name: 'Alex Morgan', email: 'admin@example.com', role: 'admin' },
  business: { id: 'b1', name: 'Northwind', plan: 'professional', timeZone: 'UTC' },
}

/** Stands for a browser whose service offers a stream of changes. Time passes only as the test says. */
export function startBrowser() {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  sources = []
  Channel.all.clear()
  const service = { offersStream: true, requests: 0 }
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('fetch', async () => {
    service.requests += 1
    const headers = service.offersStream ? { 'Change-Stream': '?1' } : undefined
    return Response.json({ session }, headers && { headers })
  })
  Object.defineProperty(navigator, 'locks', { value: createLocks(), configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'locks')
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
  return {
    service,
    sources: () => sources,
    /** Returns the open streams. */
    open: () => sources.filter(({ isClosed }) => !isClosed),
    show: async (state: DocumentVisibilityState) => {
      visibility.mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
      await vi.advanceTimersByTimeAsync(0)
    },
    withoutLocks: () => Reflect.deleteProperty(navigator, 'locks'),
    openTab,
  }
}

/** Opens a tab, which loads its session. */
async function openTab() {
  vi.resetModules()
  const { followChanges } = await import('#src/app/followChanges.ts')
  const { pollingMs, useRefetching } = await import('#src/app/useRefetching.ts')
  const { onChange } = await import('#src/api/changeNotifications.ts')
  const { useSessionStore } = await import('#src/session/sessionStore.ts')
  const pinia = createPinia()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null } }],
  })
  const firstPage = Promise.withResolvers<undefined>()
  router.beforeEach(() => firstPage.promise)
  const refetch = vi.fn()
  onChange(refetch)
  mount(
    { setup: () => useRefetching(() => true), render: () => null },
    { global: { plugins: [pinia, PiniaColada, router] } },
  )
  followChanges(router, pinia)
  const store = useSessionStore(pinia)
  // A page of another test would open streams too.
  onTestFinished(() => store.forget())
  await store.load()
  await vi.advanceTimersByTimeAsync(0)
  const streamsBeforeFirstPage = sources.length
  firstPage.resolve(undefined)
  await vi.advanceTimersByTimeAsync(0)
  return {
    session: store,
    refetch,
    streamsBeforeFirstPage,
    pollingSeconds: () => pollingMs.value / 1_000,
  }
}
