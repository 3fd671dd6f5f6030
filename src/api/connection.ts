import { ApiError } from './apiError.ts'
import { basePath } from './basePath.ts'
import { noteServiceTime } from './serviceTime.ts'

/** How long a request may take before the screen tells that nothing comes, in milliseconds. */
const patience = 10_000

/** What starts beside the app and has to be there before the first request, as far as there is such a thing. */
export interface Backend {
  /** Started anew where it was lost, for example because the browser's site data were cleared. */
  restart(): Promise<void>
}

let starting: Promise<Backend | undefined> = Promise.resolve(undefined)

/** Makes every request wait for `backend`, which `main.ts` starts while the shell is being painted. */
export function waitForBackend(backend: Promise<Backend>): void {
  starting = backend
}

/** The address of the API: the page's own origin, or what `index.html` was given when it was deployed. */
export function apiBaseUrl(): string {
  const given = document.querySelector<HTMLMetaElement>('meta[name="api-base-url"]')?.content
  return (given || new URL(basePath(), location.origin).href).replace(/\/$/, '')
}

/**
 * Sends a request as `fetch` does, and answers only with what the service itself said.
 *
 * @throws ApiError `unreachable`, `no-answer` or `unreadable`.
 */
export async function send(request: Request): Promise<Response> {
  const backend = await startedBackend()
  const spare = request.clone()
  const answer = await sendOnce(request)
  if (isOfTheService(answer)) return answer
  if (!backend) throw new ApiError('unreadable')
  // A static server has answered, so the emulated backend has never seen the request: sending it again is safe.
  await restarted(backend)
  const secondAnswer = await sendOnce(spare)
  if (isOfTheService(secondAnswer)) return secondAnswer
  throw new ApiError('unreadable')
}

let restarting: Promise<void> | undefined

/** Requests that find out together that the backend is lost start it again together. */
function restarted(backend: Backend): Promise<void> {
  restarting ??= backend.restart().finally(() => (restarting = undefined))
  return restarting
}

async function startedBackend(): Promise<Backend | undefined> {
  try {
    return await starting
  } catch (cause) {
    throw new ApiError('unreachable', { cause })
  }
}

async function sendOnce(request: Request): Promise<Response> {
  const late = AbortSignal.timeout(patience)
  try {
    // Looked up at each call: a backend in the page takes the place of `fetch` after this module was loaded.
    const answer = await globalThis.fetch(request, { signal: late })
    noteServiceTime(answer)
    return answer
  } catch (cause) {
    throw new ApiError(late.aborted ? 'no-answer' : 'unreachable', { cause })
  }
}

function isOfTheService(answer: Response): boolean {
  return answer.status === 204 || /[/+]json\b/.test(answer.headers.get('content-type') ?? '')
}
