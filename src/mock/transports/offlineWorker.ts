/**
 * Serves the demo offline. The build puts this code before MSW's worker in the same file (tools/build/offlineBuild.ts). Its listeners
 * run first, respond to requests for static files and leave all other requests to MSW.
 */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(response: Promise<Response>): void
}

interface WorkerEvents {
  install: ExtendableEvent
  message: ExtendableEvent & MessageEvent<unknown>
  fetch: FetchEvent
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}

/** The content of offline-files.json, which the build writes. */
interface FileList {
  entry: string
  files: string[]
  /** The files of each language but English. Only those of the page's language are cached. */
  words: Record<string, string[]>
}

/** `apiPathPattern` of src/shared/apiPaths.ts, from the build. */
declare const apiPathPattern: string

const worker = self as unknown as WorkerScope
const folder = worker.registration.scope
const cacheName = `edesk-offline:${folder}`

// MSW unregisters its worker when the last page closes. An offline page needs it, so ignore that.
worker.registration.unregister = () => Promise.resolve(false)

worker.addEventListener('install', (event) => {
  // MSW would activate a newer worker immediately. Let it wait until all pages of the old worker are closed.
  if (worker.registration.active) event.stopImmediatePropagation()
})

let caching: Promise<void> | undefined
/** When a page last loaded one of the application's files. */
let lastLoadAt = -Infinity
/** A page has loaded when it has requested no file for this time, in milliseconds. */
const quietMs = 500

worker.addEventListener('message', (event) => {
  // From cacheForOffline.ts: with the language of the page.
  const [, language] = /^EDESK_KEEP_FILES (\w\w)$/.exec(String(event.data)) ?? []
  if (language === undefined) return
  event.stopImmediatePropagation()
  // If caching fails, the next page load tries again.
  caching ??= cacheFiles(language)
    .catch(() => undefined)
    .finally(() => (caching = undefined))
  event.waitUntil(caching)
})

worker.addEventListener('fetch', (event) => {
  const response = respondTo(event)
  if (!response) return
  lastLoadAt = performance.now()
  event.stopImmediatePropagation()
  event.respondWith(response)
})

function respondTo({ request, preloadResponse }: FetchEvent): Promise<Response> | undefined {
  const url = request.url.replace(/[?#].*$/, '')
  if (request.method !== 'GET' || !url.startsWith(folder)) return undefined
  const path = url.slice(folder.length)
  if (isForApi(path)) return undefined
  if (request.mode === 'navigate') {
    return networkFirst(async () => (await preloadResponse) ?? fetch(request), folder)
  }
  // The names of assets contain a content hash, so the cache is never stale.
  if (path.startsWith('assets/')) return findCached(url).then((file) => file ?? fetch(request))
  return networkFirst(() => fetch(request), url)
}

/** Whether the backend answers a path, also one with percent-encoded letters or several slashes. */
function isForApi(path: string): boolean {
  const decoded = path.replace(/%([4-7][\da-f]|3\d)/gi, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return new RegExp(apiPathPattern).test(`/${decoded}`)
}

/** Resolves when no page is loading files, so that pages load first. */
async function pagesLoaded(): Promise<void> {
  for (;;) {
    const remaining = lastLoadAt + quietMs - performance.now()
    if (remaining <= 0) return
    await new Promise((resolve) => setTimeout(resolve, remaining))
  }
}

/** Responds from the network, or from the cache when offline. */
async function networkFirst(
  fetchResponse: () => Promise<Response>,
  url: string,
): Promise<Response> {
  try {
    return assertNoNetworkError(await fetchResponse())
  } catch (error) {
    const file = await findCached(url)
    if (file) return file
    throw error
  }
}

/** Throws for a network error response: when offline, `fetch` rejects, but Firefox resolves a navigation preload with one. */
function assertNoNetworkError(response: Response): Response {
  if (response.type === 'error') throw new TypeError('Network error')
  return response
}

function findCached(url: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName, ignoreVary: true }).catch(() => undefined)
}

/**
 * Caches the files of the version on the server. It stores the page after all files that the page needs, and deletes files of
 * older versions last. So the cache always holds a working version.
 */
async function cacheFiles(language: string): Promise<void> {
  // With navigation preload, a page load does not wait until the worker has started.
  await worker.registration.navigationPreload.enable().catch(() => undefined)
  const list = await fetchFile('offline-files.json')
  const { entry, files: filesOfAll, words } = (await list.json()) as FileList
  const files = [...filesOfAll, ...(words[language] ?? [])]
  const cache = await caches.open(cacheName)
  for (const file of files) {
    const url = folder + file
    const unchanged = file.startsWith('assets/') && (await cache.match(url))
    if (unchanged) continue
    await pagesLoaded()
    await cache.put(url, await fetchFile(file))
  }
  const page = await fetchFile('')
  // The server is between two versions. The next page load caches the newer one.
  if (!(await page.clone().text()).includes(`"${entry}"`)) return
  await cache.put(folder, page)
  const currentUrls = new Set([folder, ...files.map((file) => folder + file)])
  for (const { url } of await cache.keys()) if (!currentUrls.has(url)) await cache.delete(url)
}

/** Fetches a file. Throws if the server sends the page instead, as some servers do for missing files. */
async function fetchFile(file: string): Promise<Response> {
  const cache = file.startsWith('assets/') ? 'default' : 'no-cache'
  const response = await fetch(folder + file, { cache, priority: 'low' })
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false
  if (!response.ok || response.redirected || isPage !== (file === '')) {
    throw new Error(`"${file}" cannot be fetched`)
  }
  return response
}
