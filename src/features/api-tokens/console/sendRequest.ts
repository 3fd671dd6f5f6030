import { send } from '#src/api/connection.ts'
import type { PublicRequest } from '#src/api/curlCommand.ts'

/** What eDesk answered. */
export interface PublicAnswer {
  status: number
  milliseconds: number
  /** Those that say something about the answer. */
  headers: [name: string, value: string][]
  /** Parsed; undefined where it was no JSON. */
  json: unknown
  /** The body, laid out for people. */
  text: string
}

const tellingHeader = /^(retry-after|www-authenticate|allow|(x-)?ratelimit.*)$/

/**
 * Sends a request of the public API with a key. The session of the page stays out of it.
 *
 * @throws ApiError where no answer of eDesk came.
 */
export async function sendRequest(
  { method, url, body }: PublicRequest,
  key: string,
): Promise<PublicAnswer> {
  const started = performance.now()
  const answer = await send(
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
  const text = await answer.text()
  const json = parsed(text)
  return {
    status: answer.status,
    milliseconds: Math.round(performance.now() - started),
    headers: [...answer.headers].filter(([name]) => tellingHeader.test(name)),
    json,
    text: json === undefined ? text : JSON.stringify(json, null, 2),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
