import { beforeEach, describe, expect, it, vi } from 'vitest'

/** Stands for the channel between the tabs of a browser. */
let channel: EventTarget
let notifications: typeof import('#src/api/changeNotifications.ts')

beforeEach(async () => {
  vi.useFakeTimers()
  channel = new EventTarget()
  vi.stubGlobal(
    'BroadcastChannel',
    vi.fn(function () {
      return channel
    }),
  )
  vi.resetModules()
  notifications = await import('#src/api/changeNotifications.ts')
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

/** Notifies this tab as another tab or the backend does. */
function notify(): void {
  channel.dispatchEvent(new MessageEvent('message'))
}

describe('notifications from other tabs', () => {
  it('are reported at once, and then together at most every 250 ms', () => {
    const listener = vi.fn()
    notifications.onChange(listener)
    notify()
    expect(listener).toHaveBeenCalledTimes(1)
    notify()
    notify()
    expect(listener).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(250)
    expect(listener).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1_000)
    expect(listener).toHaveBeenCalledTimes(2)
  })
})

describe('a change with a refetch', () => {
  it('ends with the refetch, also if the notification comes during the change', async () => {
    const refetched = Promise.withResolvers<undefined>()
    notifications.onChange(() => refetched.promise)
    let hasEnded = false
    const result = notifications.changeAndRefetch(() => {
      notify()
      return Promise.resolve('changed')
    })
    void result.then(() => (hasEnded = true))
    await vi.advanceTimersByTimeAsync(0)
    expect(hasEnded).toBe(false)
    refetched.resolve(undefined)
    await vi.advanceTimersByTimeAsync(0)
    expect(hasEnded).toBe(true)
    expect(await result).toBe('changed')
  })

  it('refetches by itself if no notification comes within a second', async () => {
    const listener = vi.fn()
    notifications.onChange(listener)
    const result = notifications.changeAndRefetch(() => Promise.resolve())
    await vi.advanceTimersByTimeAsync(999)
    expect(listener).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await result
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('rejects if the change does, and refetches nothing', async () => {
    const listener = vi.fn()
    notifications.onChange(listener)
    const change = notifications.changeAndRefetch(() => Promise.reject(new Error('refused')))
    await expect(change).rejects.toThrow('refused')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(listener).not.toHaveBeenCalled()
  })
})
