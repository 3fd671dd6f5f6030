import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { containsKey, hiddenKeysIn } from '#src/shared/keysInText.ts'

import { keyDisguises } from '../../support/keyDisguises.ts'
import { openBrowser } from '../../support/simulatedBrowser.ts'

describe('the request log', () => {
  it('has the user, the decision, its reason and the fault of each request', async () => {
    const browser = openBrowser()
    const agent = await browser.openTab('demo=tokens&demo.as=agent&demo.fault=getPlan:500@1')
    await agent.addToken('Mine')
    await agent.request('GET', '/api/plan')
    expect(await agent.control.exchanges()).toMatchObject([
      {
        id: 1,
        at: '2026-11-24T09:00:00.000Z',
        method: 'POST',
        path: '/api/tokens',
        operation: 'createToken',
        by: { kind: 'user', name: 'Sam Rivera' },
        status: 403,
        reason: 'admin-required',
        fault: null,
      },
      { id: 2, operation: 'getPlan', status: 500, reason: 'fault', fault: 'getPlan:500@1' },
    ])
    expect(await agent.control.exchanges(2)).toHaveLength(1)
  })

  it('keeps the requests that were made just before a tab was closed', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    const other = await browser.openTab('demo=tokens')
    await other.request('GET', '/api/plan')
    other.close()
    expect((await tab.control.exchanges()).map(({ path }) => path)).toEqual(['/api/plan'])
  })

  it('keeps each request once if a tab is closed while it stores them', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    const other = await browser.openTab('demo=tokens')
    await other.request('GET', '/api/plan')
    const storing = other.control.exchanges()
    other.close()
    await storing
    await tab.request('GET', '/api/session')
    const paths = (await tab.control.exchanges()).map(({ path }) => path)
    expect(paths.toSorted()).toEqual(['/api/plan', '/api/session'])
  })

  it('waits for the end of a page only while it has requests to store', async () => {
    const { control, request, leaveListeners } = await openBrowser().openTab('demo=tokens')
    expect(leaveListeners.size).toBe(0)
    await request('GET', '/api/plan')
    expect(leaveListeners.size).toBe(1)
    await control.exchanges()
    expect(leaveListeners.size).toBe(0)
    await request('GET', '/api/plan')
    await control.reset()
    expect(leaveListeners.size).toBe(0)
  })

  it('keeps the last requests when a link changes a setting, and none when it starts a world', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    await tab.request('GET', '/api/plan')
    await tab.control.open('demo.latency=1')
    expect(await tab.control.exchanges()).toHaveLength(1)
    await tab.request('GET', '/api/session')
    tab.close()
    const again = await browser.openTab('demo=tokens')
    expect(await again.control.exchanges()).toEqual([])
  })

  it('never contains a key or a password', async () => {
    const tab = await openBrowser().openTab('demo=empty')
    await tab.request('POST', '/api/session', {
      email: 'admin@example.com',
      password: 'edesk-demo',
    })
    const { body } = await tab.addToken('ShipFast')
    const { key } = body as { key: string }
    await tab.request('GET', '/v1/whoami', undefined, { Authorization: `Bearer ${key}` })
    const recorded = JSON.stringify([await tab.control.exchanges(), await tab.control.export()])
    expect(recorded).toContain('"password":"•••"')
    expect(recorded).not.toContain(key.slice(6, 18))
  })

  it.each(Object.entries(keyDisguises))(
    'never contains a key %s, wherever it was sent',
    async (_how, disguise) => {
      const browser = openBrowser()
      const tab = await browser.openTab('demo=empty&demo.as=admin&demo.fault=getPlan:500@1')
      const { body } = await tab.addToken('ShipFast')
      const { key } = body as { key: string }
      // A path and a header can't have line ends and the like.
      const inUrl = disguise(key).replace(/[^!$&-~]/g, encodeURIComponent)
      await tab.request('GET', `/v1/${inUrl}`)
      await tab.request('GET', `/v1/tickets?${inUrl}=1`, undefined, {
        Authorization: `Bearer ${key}`,
      })
      await tab.request('GET', `/api/plan?key=${inUrl}`)
      await tab.request(
        'PATCH',
        '/api/tokens/tok_1',
        { name: disguise(key), [disguise(key)]: 1 },
        {
          'If-Match': inUrl,
        },
      )
      const recorded = JSON.stringify([await tab.control.exchanges(), await tab.control.export()])
      expect(recorded).toContain('/v1/tickets?')
      expect(containsKey(recorded)).toBe(false)
      expect(hiddenKeysIn(recorded)).toEqual([])
    },
  )
})

describe('a request through the demo control', () => {
  it('notifies the pages of each request that may change data, also to the public API', async () => {
    const { control, changes } = await openBrowser().openTab('demo=tokens')
    await control.send({ method: 'GET', path: '/api/session' })
    expect(changes).toEqual([])
    await control.send({ method: 'GET', path: '/v1/whoami' })
    expect(changes).toEqual(['change'])
  })
})

describe('sharing a demo', () => {
  async function busyTab(query: string) {
    const tab = await openBrowser().openTab(query)
    const { body } = await tab.addToken('Parcel Post')
    const { key, token } = body as { key: string; token: { id: string } }
    await tab.request('GET', '/v1/whoami', undefined, { Authorization: `Bearer ${key}` })
    await tab.request(
      'PATCH',
      `/api/tokens/${token.id}`,
      { name: 'Renamed' },
      { 'If-Match': '"1"' },
    )
    return tab
  }

  it('by a link restores the exact state', async () => {
    const tab = await busyTab('demo=tokens&demo.fault=getPlan:500@3')
    const { link, exact } = await tab.control.link()
    expect(exact).toBe(true)
    const there = await openBrowser().openTab(link)
    expect(await there.tokenNames()).toEqual(await tab.tokenNames())
    for (const table of ['tokens', 'requests', 'usage', 'salesOrders'] as const) {
      expect(await there.control.records(table)).toEqual(await tab.control.records(table))
    }
    expect(await there.control.state()).toMatchObject({
      as: 'admin@example.com',
      faults: [{ operation: 'getPlan' }],
    })
  })

  it('by a link reports that the keys of a plain world cannot be restored', async () => {
    const tab = await openBrowser().openTab()
    expect((await tab.control.link()).exact).toBe(true)
    await tab.request('POST', '/api/session', {
      email: 'admin@example.com',
      password: 'edesk-demo',
    })
    await tab.addToken('ShipFast')
    const { link, exact } = await tab.control.link()
    expect(exact).toBe(false)
    const there = await openBrowser().openTab(link)
    expect(await there.tokenNames()).toEqual(['ShipFast'])
  })

  it('by a file restores everything in another browser, and can be replayed', async () => {
    const tab = await busyTab('demo=tokens&demo.as=admin')
    const file = JSON.parse(JSON.stringify(await tab.control.export())) as unknown
    const there = await openBrowser().openTab()
    expect(await there.control.import(file)).toMatchObject({
      scenario: 'tokens',
      world: 'imported',
      as: 'admin@example.com',
      now: '2026-11-24T09:00:00.000Z',
    })
    expect(await there.tokenNames()).toEqual(await tab.tokenNames())
    // The requests recorded in the file, and the one that reads the names.
    expect(await there.control.exchanges()).toHaveLength(4)
    expect(await there.control.replay(file)).toEqual({ done: 3, different: [] })
  })

  it('by a file stores the last requests of the world before, and keeps none of an earlier import', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    const other = await browser.openTab('demo=tokens')
    const file = await tab.control.export()
    await tab.request('GET', '/api/plan')
    await tab.control.import(file)
    expect(await other.control.exchanges()).toHaveLength(1)

    await other.control.import(file)
    await other.request('GET', '/api/plan')
    other.close()
    await tab.request('GET', '/api/session')
    await tab.control.import(file)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await tab.control.exchanges()).toEqual([])
  })

  it('by a file can be replayed if the demo control created a token in a world without a seed', async () => {
    const { control } = await openBrowser().openTab()
    const created = await control.send({
      as: 'admin',
      method: 'POST',
      path: '/api/tokens',
      body: { name: 'ShipFast', description: '', accessLevel: 'full_access' },
    })
    const { key, token } = created.body as { key: string; token: { id: string } }
    await control.send({ method: 'GET', path: '/v1/whoami', key })
    const path = `/api/tokens/${token.id}`
    await control.send({ as: 'admin', method: 'POST', path: `${path}/pause` })
    await control.send({ method: 'GET', path: '/v1/whoami', key })
    expect((await control.exchanges()).map(({ status }) => status)).toEqual([201, 200, 200, 401])
    expect(await control.replay(await control.export())).toEqual({ done: 4, different: [] })
  })

  it('reports differences when it is replayed', async () => {
    const tab = await busyTab('demo=tokens')
    const file = await tab.control.export()
    const exchanges = file.exchanges.map((exchange) =>
      exchange.method === 'PATCH' ? { ...exchange, status: 204 } : exchange,
    )
    expect(await tab.control.replay({ ...file, exchanges })).toMatchObject({
      done: 3,
      different: [{ expected: '204', got: '200' }],
    })
  })

  it.each([
    ['nonsense', 'not a demo export'],
    [{ format: 'something' }, 'not a demo export'],
    [{ format: 'edesk-demo', version: 2 }, 'newer version'],
    [{ format: 'edesk-demo', version: 1, scenario: 'tokens' }, 'damaged'],
  ])('refuses %j with an explanation, and changes nothing', async (file, words) => {
    const tab = await openBrowser().openTab('demo=tokens')
    await expect(tab.control.import(file)).rejects.toThrow(words)
    expect(await tab.tokenNames()).toHaveLength(12)
  })
})
