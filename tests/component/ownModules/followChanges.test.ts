import { describe, expect, it, vi } from 'vitest'

import { startBrowser } from '../../support/changeStreamBrowser.ts'

describe('a page of a service that offers a stream of changes', () => {
  it('opens it after its first page was loaded, and fetches its data again after each event', async () => {
    const { open, openTab } = startBrowser()
    const { refetch, streamsBeforeFirstPage } = await openTab()
    expect(streamsBeforeFirstPage).toBe(0)
    expect(open()).toMatchObject([
      { url: 'http://localhost:3000/api/changes', withCredentials: true },
    ])
    open()[0]?.announce()
    open()[0]?.announce()
    await vi.advanceTimersByTimeAsync(249)
    expect(refetch).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(refetch).toHaveBeenCalledTimes(1)
  })

  it('polls once a minute from the first event on, until the stream ends', async () => {
    const { service, open, openTab } = startBrowser()
    await openTab()
    /** Returns how many requests the page sends in some seconds. */
    const requestsIn = async (seconds: number) => {
      const before = service.requests
      await vi.advanceTimersByTimeAsync(seconds * 1_000)
      return service.requests - before
    }
    expect(await requestsIn(30)).toBe(3)
    open()[0]?.announce()
    expect(await requestsIn(59)).toBe(1)
    expect(await requestsIn(61)).toBe(2)
    open()[0]?.fail()
    expect(await requestsIn(10)).toBe(1)
  })

  it('has no stream while it is hidden or nobody is logged in', async () => {
    const { open, openTab, show } = startBrowser()
    const { session, pollingSeconds } = await openTab()
    open()[0]?.announce()
    await show('hidden')
    expect([open(), pollingSeconds()]).toEqual([[], 10])
    await show('visible')
    expect(open()).toHaveLength(1)
    session.expire()
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toEqual([])
    await session.load()
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toHaveLength(1)
  })

  it('opens one stream for all tabs, and passes its events on', async () => {
    const { open, openTab } = startBrowser()
    const one = await openTab()
    const other = await openTab()
    expect(open()).toHaveLength(1)
    open()[0]?.announce()
    await vi.advanceTimersByTimeAsync(250)
    expect(one.refetch).toHaveBeenCalledTimes(1)
    expect(other.refetch).toHaveBeenCalledTimes(1)
    expect([one.pollingSeconds(), other.pollingSeconds()]).toEqual([60, 10])
    one.session.expire()
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toHaveLength(1)
    open()[0]?.announce()
    expect(other.pollingSeconds()).toBe(60)
  })

  it('tries again after a wait that grows to five minutes', async () => {
    const { sources, open, openTab } = startBrowser()
    await openTab()
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      open()[0]?.fail()
      await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1)
      expect(open()).toEqual([])
      await vi.advanceTimersByTimeAsync(1)
      expect(open()).toHaveLength(1)
    }
    expect(sources()).toHaveLength(12)
  })

  it('waits only a second after a stream that has lasted', async () => {
    const { open, openTab } = startBrowser()
    await openTab()
    open()[0]?.fail()
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(10_001)
    open()[0]?.fail()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(open()).toHaveLength(1)
  })

  it('lets another tab try while it is hidden, also before the wait is over', async () => {
    const { sources, open, openTab, show } = startBrowser()
    await openTab()
    open()[0]?.fail()
    await show('hidden')
    await show('visible')
    expect(open()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sources()).toHaveLength(2)
  })

  it('leaves it if the service no longer offers it', async () => {
    const { service, open, openTab } = startBrowser()
    const { session } = await openTab()
    service.offersStream = false
    await session.load()
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toEqual([])
  })
})

describe('a page', () => {
  it('asks for no stream that the service does not offer', async () => {
    const { service, sources, openTab } = startBrowser()
    service.offersStream = false
    expect((await openTab()).pollingSeconds()).toBe(10)
    expect(sources()).toEqual([])
  })

  it('has no stream in a browser without locks', async () => {
    const { sources, openTab, withoutLocks } = startBrowser()
    withoutLocks()
    expect((await openTab()).pollingSeconds()).toBe(10)
    expect(sources()).toEqual([])
  })
})
