import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'

import { msPerHour, msPerMinute } from '#src/shared/time.ts'

import { cleanUpRegularly } from '../../tools/serve/cleanUpRegularly.ts'
import { startServerWithToken } from '../support/serverWithToken.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function start() {
  const { storage, clock } = (await startServerWithToken()).backend
  const report = vi.fn()
  const stop = cleanUpRegularly(storage, clock.now, report)
  onTestFinished(stop)
  return { storage, clock, report, stop }
}

it('cleans up a minute after the start, and then every hour', async () => {
  const { storage, clock } = await start()
  clock.set(new Date('2027-11-24T09:00:00Z'))
  await vi.advanceTimersByTimeAsync(msPerMinute - 1)
  expect(storage.dump().creations).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(100)
  expect(storage.dump().creations).toHaveLength(0)
  await storage.write((db) => db.put('sessions', { id: 'old', userId: 'usr_1', expiresAt: '2027' }))
  await vi.advanceTimersByTimeAsync(msPerHour)
  expect(storage.dump().sessions).toHaveLength(0)
})

it('reports a failure, and tries again an hour later', async () => {
  const { storage, report } = await start()
  const read = vi.spyOn(storage, 'read').mockRejectedValueOnce(new Error('The disk is gone.'))
  await vi.advanceTimersByTimeAsync(msPerMinute)
  expect(report).toHaveBeenCalledExactlyOnceWith(new Error('The disk is gone.'))
  read.mockClear()
  await vi.advanceTimersByTimeAsync(msPerHour)
  expect(read).toHaveBeenCalled()
  expect(report).toHaveBeenCalledTimes(1)
})

it('stops between two transactions, without a failure', async () => {
  const { storage, report, stop } = await start()
  const read = vi.spyOn(storage, 'read').mockImplementationOnce(() => {
    stop()
    return Promise.resolve({ table: 'sessions', ids: [] } as never)
  })
  await vi.advanceTimersByTimeAsync(2 * msPerHour)
  expect(read).toHaveBeenCalledTimes(1)
  expect(report).not.toHaveBeenCalled()
})
