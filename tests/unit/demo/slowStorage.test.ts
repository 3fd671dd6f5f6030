import { describe, expect, it, vi } from 'vitest'

import { StorageError } from '#src/mock/storage/port.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

/** A browser whose storage cannot be opened until `recover` is called. */
function openSlowBrowser(world: string) {
  const browser = openBrowser()
  const storage = browser.storageOf(world)
  const failures = (['read', 'write'] as const).map((method) =>
    vi.spyOn(storage, method).mockImplementation(async () => {
      throw new StorageError('unavailable')
    }),
  )
  return { ...browser, recover: () => failures.forEach((failure) => failure.mockRestore()) }
}

describe('a demo whose storage is slow at the start', () => {
  it('reports the error, and opens its link with a later request', async () => {
    const browser = openSlowBrowser('tokens')
    const tab = await browser.openTab('demo=tokens&demo.latency=1')
    expect(await tab.request('GET', '/api/session')).toMatchObject({
      status: 503,
      body: { type: '/problems/storage-unavailable' },
    })
    await expect(tab.control.state()).rejects.toThrow('Storage is unavailable')
    expect(tab.changes).toEqual([])
    browser.recover()
    expect(await tab.tokenNames()).toHaveLength(12)
    expect(await tab.control.state()).toMatchObject({ scenario: 'tokens', latency: 1 })
    // So that pages that show the error refetch.
    expect(tab.changes).toEqual(['change'])
  })

  it('applies a command, even if it comes before any later request', async () => {
    const browser = openSlowBrowser('tokens')
    const tab = await browser.openTab('demo=tokens&demo.latency=1')
    await expect(tab.control.setView({ latency: 2 })).rejects.toThrow('Storage is unavailable')
    browser.recover()
    expect(await tab.control.setView({ latency: 3 })).toMatchObject({
      scenario: 'tokens',
      latency: 3,
    })
    expect(await tab.tokenNames()).toHaveLength(12)
  })

  it('restores the tab after a reload', async () => {
    const browser = openBrowser()
    const { memory, addToken } = await browser.openTab('demo=tokens')
    await addToken('Mine')
    const storage = browser.storageOf('tokens')
    const failure = vi.spyOn(storage, 'read').mockRejectedValue(new StorageError('unavailable'))
    const tab = await browser.openTab('', memory)
    failure.mockRestore()
    expect(await tab.tokenNames()).toContain('Mine')
  })

  it('opens its world once, even if several requests wait for it', async () => {
    const browser = openSlowBrowser('tokens')
    const tab = await browser.openTab('demo=tokens')
    browser.recover()
    const writes = vi.spyOn(browser.storageOf('tokens'), 'write')
    await Promise.all([
      tab.control.state(),
      tab.control.state(),
      tab.request('GET', '/api/session'),
    ])
    // The world's data with the session of its user.
    expect(writes).toHaveBeenCalledTimes(1)
  })
})
