/**
 * The demo without a network. The build puts this in front of MSW's worker, into the same file (tools/offlineBuild.ts): its
 * listeners run first, answer what the static server would, and leave everything else to MSW's.
 */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends LastingEvent {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

interface WorkerEvents {
  install: LastingEvent
  message: LastingEvent & MessageEvent<unknown>
  fetch: FetchEvent
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}

/** What the build lists in offline-files.json. */
interface FileList {
  entry: string
  files: string[]
}

const worker = self as unknown as WorkerScope
const folder = worker.registration.scope
const cacheName = `edesk-offline:${folder}`

// MSW's worker goes when the last page does, and a page that is opened without a network needs it.
worker.registration.unregister = () => Promise.resolve(false)

worker.addEventListener('install', (event) => {
  // A page talks to the worker that it has found. A newer one waits until no page is left that knows the old one.
  if (worker.registration.active) event.stopImmediatePropagation()
})

let keeping: Promise<void> | undefined

worker.addEventListener('message', (event) => {
  // From offline.ts.
  if (event.data !== 'EDESK_KEEP_FILES') return
  event.stopImmediatePropagation()
  // It is tried again when a page is next opened.
  keeping ??= keepFiles()
    .catch(() => undefined)
    .finally(() => (keeping = undefined))
  event.waitUntil(keeping)
})

worker.addEventListener('fetch', (event) => {
  const answer = answerTo(event)
  if (!answer) return
  event.stopImmediatePropagation()
  event.respondWith(answer)
})

function answerTo({ request, preloadResponse }: FetchEvent): Promise<Response> | undefined {
  const address = request.url.replace(/[?#].*$/, '')
  if (request.method !== 'GET' || !address.startsWith(folder)) return undefined
  const path = address.slice(folder.length)
  if (/^(api|v1)(\/|$)/.test(path)) return undefined
  if (request.mode === 'navigate') {
    return newest(async () => (await preloadResponse) ?? fetch(request), folder)
  }
  // Their names change with their content.
  if (path.startsWith('assets/')) return kept(address).then((file) => file ?? fetch(request))
  return newest(() => fetch(request), address)
}

/** What the network has; without one, what is kept. */
async function newest(ask: () => Promise<Response>, address: string): Promise<Response> {
  try {
    return succeeded(await ask())
  } catch (error) {
    const file = await kept(address)
    if (file) return file
    throw error
  }
}

/** Firefox resolves a navigation preload without a network, with a network error; `fetch` rejects. */
function succeeded(response: Response): Response {
  if (response.type === 'error') throw new TypeError('There is no network')
  return response
}

function kept(address: string): Promise<Response | undefined> {
  return caches.match(address, { cacheName, ignoreVary: true }).catch(() => undefined)
}

/**
 * Keeps the version that the server has now. The page comes last, when all that it asks for is there, and what only an older
 * one asks for goes after that: what is kept always works.
 */
async function keepFiles(): Promise<void> {
  // A worker that has to be started first does not hold up a page then.
  await worker.registration.navigationPreload.enable().catch(() => undefined)
  const list = await fetched('offline-files.json')
  const { entry, files } = (await list.json()) as FileList
  const cache = await caches.open(cacheName)
  for (const file of files) {
    const address = folder + file
    const unchanged = file.startsWith('assets/') && (await cache.match(address))
    if (!unchanged) await cache.put(address, await fetched(file))
  }
  const page = await fetched('')
  // Between two versions: the next page keeps the newer one.
  if (!(await page.clone().text()).includes(`"${entry}"`)) return
  await cache.put(folder, page)
  const wanted = new Set([folder, ...files.map((file) => folder + file)])
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url)
}

/** A file as the server has it; not the page, with which some servers answer for what they do not have. */
async function fetched(file: string): Promise<Response> {
  const cache = file.startsWith('assets/') ? 'default' : 'no-cache'
  const answer = await fetch(folder + file, { cache, priority: 'low' })
  const isPage = answer.headers.get('content-type')?.includes('text/html') ?? false
  if (!answer.ok || answer.redirected || isPage !== (file === '')) {
    throw new Error(`"${file}" is not to be had`)
  }
  return answer
}
