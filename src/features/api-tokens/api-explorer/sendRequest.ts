import { send } from '#src/api/send.ts'
import type { PublicRequest } from '#src/api/curlCommand.ts'

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
export async function sendRequest(
  { method, url, body }: PublicRequest,
  key: string,
): Promise<PublicResponse> {
  const started = performance.now()
  const response = await send(
    new Request(url, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${key}`,
        ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === '' ? {} : { body }),
      cache: 'no-store',
      credentials: 'omit',
    }),
  )
  const text = await response.text()
  const json = parseJson(text)
  return {
    status: response.status,
    milliseconds: Math.round(performance.now() - started),
    headers: [...response.headers].filter(([name]) => shownHeader.test(name)),
    json,
    text: json === undefined ? text : JSON.stringify(json, null, 2),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
