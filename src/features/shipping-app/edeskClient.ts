import { apiBaseUrl } from '#src/api/apiBaseUrl.ts'
import { headersWithKey, sendWithKey } from '#src/api/sendWithKey.ts'
import { serviceNow } from '#src/api/serviceTime.ts'
import { formatJson, parseJson } from '#src/shared/json.ts'
import { maskKeys } from '#src/shared/keysInText.ts'

import { EdeskFailure, failureOf, toEdeskFailure } from './edeskFailure.ts'
import type { RequestLogEntry } from './useRequestLog.ts'

interface RequestOptions {
  query?: Record<string, string>
  body?: unknown
}

/** Sends a request to eDesk's public API, and returns the response body. @throws EdeskFailure */
export type Edesk = (
  method: 'GET' | 'PUT',
  path: string,
  options?: RequestOptions,
) => Promise<unknown>

/**
 * Creates a client for eDesk's public API.
 *
 * @param key the API key to send with each request.
 * @param record called with each request and its response; the key is masked.
 * @returns a function that sends a request.
 */
export function edeskClient(
  key: string,
  record: (entry: Omit<RequestLogEntry, 'number'>) => void,
): Edesk {
  return async (method, path, { query = {}, body } = {}) => {
    const search = new URLSearchParams(query).toString()
    const requestPath = `/v1${path}${search ? `?${search}` : ''}`
    const request = {
      method,
      url: `${apiBaseUrl()}${requestPath}`,
      body: body === undefined ? '' : JSON.stringify(body),
    }
    const started = performance.now()

    function log(response?: Response, text = ''): void {
      const milliseconds = performance.now() - started
      record({
        // Computed after the response, because the first response tells the service's time.
        at: new Date(serviceNow().getTime() - milliseconds),
        method,
        path: maskKeys(requestPath),
        headers: headersWithKey(request, maskKey(key)),
        body: maskKeys(formatJson(request.body)),
        status: response?.status,
        milliseconds: Math.round(milliseconds),
        responseHeaders: response ? Object.fromEntries(response.headers) : {},
        responseBody: maskKeys(formatJson(text)),
      })
    }

    let response: Response | undefined
    let text: string
    try {
      response = await sendWithKey(request, key)
      text = await response.text()
    } catch (thrown) {
      log(response)
      throw toEdeskFailure(thrown)
    }
    log(response, text)
    const parsed = parseJson(text)
    if (!response.ok) throw failureOf(method, response, parsed)
    if (parsed === undefined) throw new EdeskFailure('unreadable')
    return parsed
  }
}

/** Masks a key: keeps its prefix and its last four characters (`edesk_…7Qx2`). Hides a short key completely. */
export function maskKey(key: string): string {
  if (key.length < 20) return '…'
  const prefix = /^[a-z]{1,10}_/.exec(key)?.[0] ?? ''
  return `${prefix}…${key.slice(-4)}`
}
