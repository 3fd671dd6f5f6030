import { ApiError } from './apiError.ts'
import { updateServiceTime } from './serviceTime.ts'

/** How long a request may take before it fails. */
const timeoutMs = 10_000

/** A backend that starts together with the application, if there is one. Requests wait until it runs. */
export interface Backend {
  /** Sends a request to the backend, which may be in the page. */
  fetch: (request: Request, options: { signal: AbortSignal }) => Promise<Response>
  /** Restarts the backend after it was lost, for example because the user cleared the site's data. */
  restart(): Promise<void>
}

let backendStart: Promise<Backend | undefined> = Promise.resolve(undefined)

/** Makes every request wait for `backend`, which `main.ts` starts while the browser paints the shell. */
export function waitForBackend(backend: Promise<Backend>): void {
  backendStart = backend
}

/**
 * Sends a request like `fetch`, but returns only responses of the service itself, not those of a static server.
 *
 * @throws ApiError `unreachable`, `no-answer` or `unreadable`; the reason of the request's signal if it was aborted.
 */
export async function send(request: Request): Promise<Response> {
  const backend = await awaitBackend()
  const retry = request.clone()
  const response = await sendOnce(request, backend)
  if (isFromService(response)) return response
  if (!backend) throw new ApiError('unreadable')
  // A static server responded, so the mocked backend never got the request: it is safe to send it again.
  await restartBackend(backend)
  const secondResponse = await sendOnce(retry, backend)
  if (isFromService(secondResponse)) return secondResponse
  throw new ApiError('unreadable')
}

let restarting: Promise<void> | undefined

/** Restarts the backend once, even if several requests find at the same time that it is lost. */
function restartBackend(backend: Backend): Promise<void> {
  restarting ??= backend.restart().finally(() => (restarting = undefined))
  return restarting
}

async function awaitBackend(): Promise<Backend | undefined> {
  try {
    return await backendStart
  } catch (cause) {
    throw new ApiError('unreachable', { cause })
  }
}

async function sendOnce(request: Request, backend: Backend | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([request.signal, timeout])
  try {
    const response = await (backend ?? globalThis).fetch(request, { signal })
    updateServiceTime(response)
    return response
  } catch (cause) {
    // Pinia Colada recognises an aborted query by its own reason.
    request.signal.throwIfAborted()
    throw new ApiError(timeout.aborted ? 'no-answer' : 'unreachable', { cause })
  }
}

function isFromService(response: Response): boolean {
  return response.status === 204 || /[/+]json\b/.test(response.headers.get('content-type') ?? '')
}
