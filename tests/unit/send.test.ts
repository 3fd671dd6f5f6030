import { describe, expect, it, vi } from 'vitest'

import { send, waitForBackend } from '#src/api/send.ts'

import { eventually } from '../support/eventually.ts'

const url = 'http://localhost/api/tokens'

/** Makes `fetch` wait until its signal aborts, and returns the signals that it got. */
function stubFetch() {
  const signals: AbortSignal[] = []
  vi.stubGlobal('fetch', (_request: Request, { signal }: { signal: AbortSignal }) => {
    signals.push(signal)
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  })
  return signals
}

describe('a request that gets no response', () => {
  it('is aborted with its query, and fails with the reason of the query', async () => {
    const signals = stubFetch()
    const query = new AbortController()
    const response = send(new Request(url, { signal: query.signal }))
    await eventually(() => expect(signals).toHaveLength(1))
    const reason = new Error('The page closed.')
    query.abort(reason)
    await expect(response).rejects.toBe(reason)
    expect(signals[0]?.aborted).toBe(true)
  })

  it('is aborted after ten seconds', async () => {
    const signals = stubFetch()
    const time = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal)
    const response = send(new Request(url))
    await eventually(() => expect(signals).toHaveLength(1))
    expect(timeout).toHaveBeenCalledWith(10_000)
    time.abort(new DOMException('Too late', 'TimeoutError'))
    await expect(response).rejects.toMatchObject({ kind: 'no-answer' })
    expect(signals[0]?.aborted).toBe(true)
  })
})

it('goes through the backend that starts with the application', async () => {
  const network = vi.fn()
  vi.stubGlobal('fetch', network)
  const answer = Response.json({ items: [] })
  const fetchFromBackend = vi.fn(() => Promise.resolve(answer))
  waitForBackend(Promise.resolve({ fetch: fetchFromBackend, restart: () => Promise.resolve() }))
  const request = new Request(url)
  expect(await send(request)).toBe(answer)
  expect(fetchFromBackend).toHaveBeenCalledWith(request, { signal: expect.any(AbortSignal) })
  expect(network).not.toHaveBeenCalled()
})
