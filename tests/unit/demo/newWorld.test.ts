import { describe, expect, it, vi } from 'vitest'

import { StorageError } from '#src/mock/storage/port.ts'

import { eventually } from '../../support/eventually.ts'
import { openBrowser } from '../../support/simulatedBrowser.ts'

/** A browser that begins to store the world `tokens` only once `store` is called. */
function openBusyBrowser() {
  const browser = openBrowser()
  const storage = browser.storageOf('tokens')
  const { promise: isIdle, resolve } = Promise.withResolvers<undefined>()
  const write = storage.write.bind(storage)
  vi.spyOn(storage, 'write').mockImplementationOnce(async (work) => {
    await isIdle
    return write(work)
  })
  return { ...browser, storage, store: () => resolve(undefined) }
}

describe('a world that is not stored yet', () => {
  it('answers requests that only read, and stores a change after the initial data', async () => {
    const { openTab, storage, store } = openBusyBrowser()
    const tab = await openTab('demo=tokens')
    expect(await tab.tokenNames()).toHaveLength(12)
    expect(await tab.control.state()).toMatchObject({
      scenario: 'tokens',
      as: 'admin@example.com',
    })
    expect(storage.dump()).toMatchObject({ tokens: [], sessions: [] })
    let isAnswered = false
    const added = tab.addToken('Mine').finally(() => (isAnswered = true))
    expect(await tab.tokenNames()).toHaveLength(12)
    expect(isAnswered).toBe(false)
    store()
    expect((await added).status).toBe(201)
    expect(await tab.tokenNames()).toHaveLength(13)
    expect(storage.dump().sessions).toHaveLength(1)
  })

  it('is the same world after a reset', async () => {
    const { openTab, storage, store } = openBusyBrowser()
    const tab = await openTab('demo=tokens')
    store()
    await tab.addToken('Mine')
    await tab.control.reset()
    const other = openBrowser()
    const { addToken } = await other.openTab('demo=tokens')
    await addToken('First')
    expect(storage.dump().tokens).toEqual(
      other
        .storageOf('tokens')
        .dump()
        .tokens.filter(({ name }) => name !== 'First'),
    )
  })

  it('can be reset before it is stored, and is then stored as it is after the reset', async () => {
    const { openTab, storage, store, advance } = openBusyBrowser()
    const tab = await openTab('demo=tokens')
    const { now } = await tab.control.state()
    const added = tab.addToken('Before')
    advance(60_000)
    expect((await tab.control.reset()).now).toBe(now)
    expect(await tab.tokenNames()).toHaveLength(12)
    expect(storage.dump().tokens).toEqual([])
    store()
    await added
    expect((await tab.addToken('After')).status).toBe(201)
    const names = await tab.tokenNames()
    expect(names).toHaveLength(13)
    expect(names).not.toContain('Before')
    expect(storage.dump().worlds).toMatchObject([{ seededAt: '2030-01-01T12:01:00.000Z' }])
    await tab.control.reset()
    expect(await tab.tokenNames()).toHaveLength(12)
  })

  it('keeps what another tab changes meanwhile, and shows it', async () => {
    const { openTab, storage, store } = openBusyBrowser()
    const tab = await openTab('demo=tokens')
    const other = await openTab('demo=tokens')
    await other.addToken('Theirs')
    expect(tab.changes).toEqual([])
    store()
    await eventually(() => expect(tab.changes).toEqual(['change']))
    expect(await tab.tokenNames()).toContain('Theirs')
    // The session of each tab.
    expect(storage.dump().sessions).toHaveLength(2)
  })

  it('is the same, for the same person, after a reload before it was stored', async () => {
    const { openTab, storage } = openBusyBrowser()
    const tab = await openTab('demo=tokens&demo.as=agent')
    tab.close()
    const reloaded = await openTab('', tab.memory)
    expect(await reloaded.control.state()).toMatchObject({ as: 'agent@example.com' })
    expect((await reloaded.request('GET', '/api/session')).status).toBe(200)
    expect(storage.dump().tokens).toHaveLength(13)
  })

  it('reports to a change that it cannot be stored, and tries again with the next one', async () => {
    const browser = openBrowser()
    const storage = browser.storageOf('tokens')
    vi.spyOn(storage, 'write').mockRejectedValueOnce(new StorageError('full'))
    const tab = await browser.openTab('demo=tokens')
    vi.spyOn(storage, 'write').mockRejectedValueOnce(new StorageError('full'))
    expect(await tab.addToken('Mine')).toMatchObject({
      body: { type: '/problems/storage-full' },
    })
    expect(await tab.tokenNames()).toHaveLength(12)
    expect((await tab.addToken('Mine')).status).toBe(201)
    expect(await tab.tokenNames()).toHaveLength(13)
  })
})
