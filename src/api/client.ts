import createClient, { type Client } from 'openapi-fetch'

import { ApiError } from './apiError.ts'
import { announceChange } from './changes.ts'
import { apiBaseUrl, send } from './connection.ts'
import type { components, paths } from './generated/schema.ts'

/** The data of the contract, by name: `Schema<'Token'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

/**
 * The typed client of the management API. Give what it answers to `answerOf`:
 *
 * @example const { data } = await answerOf(api.GET('/api/tokens/{tokenId}', { params: { path: { tokenId } } }))
 */
export const api: Client<paths> = createClient<paths>({
  baseUrl: apiBaseUrl(),
  credentials: 'include',
  fetch: send,
})

let sessionEnded: () => void = () => undefined

/** Sets what happens when a request is refused because nobody is logged in (any more). */
export function whenSessionEnded(handler: () => void): void {
  sessionEnded = handler
}

interface Answer<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/**
 * Waits for a call of `api`.
 *
 * @returns the data of a good answer (undefined where it has none), and the answer with its headers.
 * @throws ApiError whatever went wrong.
 */
export async function answerOf<Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: Data; response: Response }> {
  const { data, error, response } = await readable(call)
  if (!response.ok) {
    const failure = ApiError.fromAnswer(response.status, error)
    if (failure.kind === 'not-logged-in') sessionEnded()
    throw failure
  }
  return { data: data as Data, response }
}

/** As `answerOf`, for a call that changes something: every open screen asks anew afterwards. */
export async function changeAnswerOf<Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: Data; response: Response }> {
  const answer = await answerOf(call)
  announceChange()
  return answer
}

async function readable<Data>(call: Promise<Answer<Data>>): Promise<Answer<Data>> {
  try {
    return await call
  } catch (thrown) {
    if (thrown instanceof ApiError) throw thrown
    // The answer had begun: either the rest of it never came, or it is no JSON.
    const late = thrown instanceof DOMException && thrown.name === 'TimeoutError'
    throw new ApiError(late ? 'no-answer' : 'unreadable', { cause: thrown })
  }
}
