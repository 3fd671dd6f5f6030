import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { createReadiness } from '../../../tools/serve/readiness.ts'

describe('a host is ready', () => {
  it('while its storage answers', async () => {
    const read = vi.fn(async () => undefined)
    const { isReady } = createReadiness(read, 1_000)
    expect(await isReady()).toBe(true)
    read.mockRejectedValue(new Error('unavailable'))
    expect(await isReady()).toBe(false)
    read.mockResolvedValue(undefined)
    expect(await isReady()).toBe(true)
  })

  it('no longer when it stops, also if it is just being asked', async () => {
    const storage = Promise.withResolvers<undefined>()
    const { isReady, drain } = createReadiness(() => storage.promise, 60_000)
    const asked = isReady()
    drain()
    storage.resolve(undefined)
    expect(await asked).toBe(false)
    expect(await isReady()).toBe(false)
  })

  it('not if its storage takes too long', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { isReady } = createReadiness(() => new Promise(() => undefined), 2_000)
    const asked = isReady()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await asked).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('for all who ask at once after a single read', async () => {
    const read = vi.fn(async () => undefined)
    const { isReady } = createReadiness(read, 1_000)
    expect(await Promise.all([isReady(), isReady(), isReady()])).toEqual([true, true, true])
    expect(read).toHaveBeenCalledTimes(1)
    await isReady()
    expect(read).toHaveBeenCalledTimes(2)
  })
})
