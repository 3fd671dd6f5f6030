import { isApiPath } from '#src/shared/apiPaths.ts'

import { guardXhr } from './guardXhr.ts'
import { runsInNode } from './runsInNode.ts'

/** Aborted when the current test ends; undefined while no backend runs. */
let currentPage: AbortController | undefined
let hasStarted = false
/** What is guarded already. With `isolate: false`, each test file has another window. */
const guarded = new WeakSet<object>()

/**
 * Guards the network behind the backend: as in a browser whose page is gone, a request to the application's origin that comes
 * after its test is never sent and never settles.
 */
export function guardNetwork(): void {
  guardFetch()
  if (!('XMLHttpRequest' in globalThis) || guarded.has(XMLHttpRequest.prototype)) return
  guarded.add(XMLHttpRequest.prototype)
  guardXhr(XMLHttpRequest.prototype, (url) => {
    if (!hasStarted || !isOwn(url)) return 'other'
    return currentPage?.signal ?? 'late'
  })
}

function guardFetch(): void {
  if (guarded.has(globalThis.fetch)) return
  const realFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input
    if (!isOwn(url)) return realFetch(input, init)
    const page = currentPage
    if (!page) return answerWithoutBackend(input, init, realFetch)
    const request = new Request(
      input instanceof Request ? input : new URL(url, location.href),
      init,
    )
    const signal = AbortSignal.any([request.signal, page.signal])
    return untilEnd(realFetch(new Request(request, { signal })), page.signal)
  }
  guarded.add(globalThis.fetch)
}

/**
 * Lets the requests of a test pass to its backend.
 *
 * @returns `signal`, which is aborted when the test ends, and `end`, which ends the requests that have no response yet.
 */
export function openNetwork(): { signal: AbortSignal; end: () => void } {
  const page = new AbortController()
  currentPage = page
  hasStarted = true
  return {
    signal: page.signal,
    end() {
      page.abort()
      if (currentPage === page) currentPage = undefined
    },
  }
}

/** Settles as the promise does, but never after the end. */
export async function untilEnd<Result>(
  promise: Promise<Result>,
  end: AbortSignal,
): Promise<Result> {
  try {
    const result = await promise
    if (!end.aborted) return result
  } catch (error) {
    if (!end.aborted) throw error
  }
  return new Promise(() => undefined)
}

/** @throws TypeError if no backend has run yet and Node cannot send the request. */
function answerWithoutBackend(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  realFetch: typeof fetch,
): Promise<Response> {
  if (hasStarted) return new Promise(() => undefined)
  if (runsInNode() && typeof input === 'string' && !URL.canParse(input)) {
    throw new TypeError(
      `No backend runs yet that could answer ${input}. Before the request, await startBackend(), or mount the component with mountWithBackend.`,
    )
  }
  return realFetch(input, init)
}

/** Whether a URL belongs to the application. In a browser, other requests to its origin are those of the test runner. */
function isOwn(url: string | URL): boolean {
  if (!('location' in globalThis) || !URL.canParse(String(url), location.href)) return false
  const { origin, pathname } = new URL(url, location.href)
  return origin === location.origin && (runsInNode() || isApiPath(pathname))
}
