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
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

/** Notifies this tab as another tab or the backend does. */
function notify(data: string | null = null): void {
  channel.dispatchEvent(new MessageEvent('message', { data }))
}

describe('notifications from other tabs', () => {
  it('are reported together, at most every 250 ms', () => {
    const listener = vi.fn()
    notifications.onChange(listener)
    notify()
    notify()
    vi.advanceTimersByTime(249)
    expect(listener).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(listener).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1_000)
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('a change that the service has announced', () => {
  it('reaches visible tabs only: the others fetch their data when they are shown', () => {
    const listener = vi.fn()
    notifications.onChange(listener)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    notify('service')
    vi.advanceTimersByTime(250)
    expect(listener).not.toHaveBeenCalled()
    hidden.mockReturnValue(false)
    notify('service')
    vi.advanceTimersByTime(250)
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('a refetch', () => {
  it('does not wait for a notification, but for all listeners', async () => {
    const loaded = Promise.withResolvers<undefined>()
    notifications.onChange(() => loaded.promise)
    let hasEnded = false
    const refetching = notifications.refetch().then(() => (hasEnded = true))
    await vi.advanceTimersByTimeAsync(0)
    expect(hasEnded).toBe(false)
    loaded.resolve(undefined)
    await refetching
    expect(hasEnded).toBe(true)
  })
})
