import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { schema } from '#src/mock/domain/schema.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

import { createObservation } from '../../../tools/serve/observation.ts'

const nothing = { log: undefined, hasMetrics: false, hostNames: [] }
const request = new Request('http://localhost/api/session', { headers: { 'X-Request-Id': 'id-1' } })

describe('a host without a log and metrics', () => {
  it('writes failures to the standard error', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => write.mockRestore())
    const observation = await createObservation(nothing)
    observation.requestFailed(new TypeError('a mistake'), request)
    observation.cleanUpFailed(new RangeError('another'))
    const lines = write.mock.calls.map(([line]) => JSON.parse(String(line)) as object)
    expect(lines).toMatchObject([
      { event: 'failure', requestId: 'id-1', error: 'TypeError' },
      { event: 'failure', requestId: null, error: 'RangeError' },
    ])
  })

  it('does not measure its storage, and has no server for metrics', async () => {
    const { observeStorage, metricsServer } = await createObservation(nothing)
    const storage = createMemoryStorage(schema)
    expect(observeStorage(storage)).toBe(storage)
    expect(metricsServer).toBeUndefined()
  })
})

it('each request gets another id', async () => {
  const { observer } = await createObservation(nothing)
  const ids = [observer.newRequestId(), observer.newRequestId()]
  expect(ids[0]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  expect(new Set(ids).size).toBe(2)
})
