import createClient, { type Client } from 'openapi-fetch'

import { apiBaseUrl } from './apiBaseUrl.ts'
import { ApiError } from './apiError.ts'
import { announceChange } from './changeNotifications.ts'
import type { components, paths } from './generated/schema.ts'
import { requestLanguage } from './requestLanguage.ts'
import { send } from './send.ts'

/** A schema of the contract by its name: `Schema<'Token'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

/**
 * The typed client of the management API. Pass its calls to `unwrapResponse`:
 *
 * @example const { data } = await unwrapResponse(api.GET('/api/tokens/{tokenId}', { params: { path: { tokenId } } }))
 */
export const api: Client<paths> = createClient<paths>({
  baseUrl: apiBaseUrl(),
  credentials: 'include',
  fetch: sendInLanguage,
})

/** Browsers send this header to other origins without asking (CORS-safelisted). */
function sendInLanguage(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', requestLanguage())
  return send(request)
}

let onRequestStart: () => () => void = () => () => undefined

/**
 * Calls `onStart` when a request starts. Calls the function that it returns if the service answers that nobody is logged in, or no
 * longer.
 */
export function watchRequests(onStart: () => () => void): void {
  onRequestStart = onStart
}

interface FetchResult<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/**
 * Awaits a call of `api`.
 *
 * @returns the data of a successful response (undefined if it has no body), and the response with its headers.
 * @throws ApiError for every failure; `AbortError` if the caller aborted the request.
 */
export async function unwrapResponse<Data>(
  call: Promise<FetchResult<Data>>,
): Promise<{ data: Data; response: Response }> {
  const sessionEnded = onRequestStart()
  const { data, error, response } = await awaitResult(call)
  if (!response.ok) {
    const failure = ApiError.fromResponse(response, error)
    if (failure.kind === 'not-logged-in') sessionEnded()
    throw failure
  }
  return { data: data as Data, response }
}

/** Like `unwrapResponse`, for a call that changes data: all open pages refetch their data afterwards. */
export async function unwrapMutation<Data>(
  call: Promise<FetchResult<Data>>,
): Promise<{ data: Data; response: Response }> {
  const result = await unwrapResponse(call)
  announceChange()
  return result
}

async function awaitResult<Data>(call: Promise<FetchResult<Data>>): Promise<FetchResult<Data>> {
  try {
    return await call
  } catch (thrown) {
    if (thrown instanceof ApiError || isAbort(thrown)) throw thrown
    // The headers have arrived. Either the rest of the response timed out, or it is not JSON.
    const timedOut = thrown instanceof DOMException && thrown.name === 'TimeoutError'
    throw new ApiError(timedOut ? 'no-answer' : 'unreadable', { cause: thrown })
  }
}

/** Whether the caller has aborted the request, such as Pinia Colada after the page of a query closed. */
function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}
