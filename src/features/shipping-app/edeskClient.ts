import { apiBaseUrl, send } from '#src/api/connection.ts'
import { serviceNow } from '#src/api/serviceTime.ts'

import { EdeskFailure, failureOf, toEdeskFailure } from './edeskFailure.ts'
import { type Exchange, masked, pretty } from './exchanges.ts'

interface Wanted {
  query?: Record<string, string>
  body?: unknown
}

/** Sends a request to eDesk's public API. Gives the answer's body. */
export type Edesk = (method: 'GET' | 'PUT', path: string, wanted?: Wanted) => Promise<unknown>

/**
 * All that this program knows of eDesk: an address and a key that goes along with each request.
 *
 * @param record is told of each request and its answer, without the key.
 * @returns what sends a request; it throws EdeskFailure.
 */
export function edeskClient(
  key: string,
  record: (exchange: Omit<Exchange, 'number'>) => void,
): Edesk {
  return async (method, path, { query = {}, body } = {}) => {
    const search = new URLSearchParams(query).toString()
    const address = `/v1${path}${search ? `?${search}` : ''}`
    const headers = {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    }
    const sent = body === undefined ? '' : JSON.stringify(body)
    const at = serviceNow()
    const started = performance.now()

    function note(answer?: Response, text = ''): void {
      record({
        at,
        method,
        path: address,
        headers: { Authorization: `Bearer ${masked(key)}`, ...headers },
        body: pretty(sent),
        status: answer?.status,
        milliseconds: Math.round(performance.now() - started),
        answerHeaders: answer ? Object.fromEntries(answer.headers) : {},
        answerBody: pretty(text),
      })
    }

    let answer: Response | undefined
    let text: string
    try {
      answer = await send(
        new Request(`${apiBaseUrl()}${address}`, {
          method,
          headers: { Authorization: `Bearer ${key}`, ...headers },
          // The key is all that lets this program in: whoever is logged in in this browser does not matter.
          credentials: 'omit',
          cache: 'no-store',
          ...(sent ? { body: sent } : {}),
        }),
      )
      text = await answer.text()
    } catch (thrown) {
      note(answer)
      throw toEdeskFailure(thrown)
    }
    note(answer, text)
    const parsed = parse(text)
    if (!answer.ok) throw failureOf(method, answer, parsed)
    if (parsed === undefined) throw new EdeskFailure('unreadable')
    return parsed
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
