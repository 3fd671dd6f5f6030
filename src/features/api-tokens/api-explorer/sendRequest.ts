import type { PublicRequest } from '#src/api/curlCommand.ts'
import { sendWithKey } from '#src/api/sendWithKey.ts'
import { formatJson, parseJson } from '#src/shared/json.ts'

/** A response from eDesk. */
export interface PublicResponse {
  status: number
  milliseconds: number
  /** The headers that are worth showing. */
  headers: [name: string, value: string][]
  /** The parsed body; undefined if it isn't JSON. */
  json: unknown
  /** The body, formatted for reading. */
  text: string
}

const shownHeader = /^(retry-after|www-authenticate|allow|(x-)?ratelimit.*)$/

/**
 * Sends a request to the public API with a key, without the cookies of the page's session.
 *
 * @throws ApiError if no response came from eDesk.
 */
export async function sendRequest(request: PublicRequest, key: string): Promise<PublicResponse> {
  const started = performance.now()
  const response = await sendWithKey(request, key)
  const text = await response.text()
  return {
    status: response.status,
    milliseconds: Math.round(performance.now() - started),
    headers: [...response.headers].filter(([name]) => shownHeader.test(name)),
    json: parseJson(text),
    text: formatJson(text),
  }
}
