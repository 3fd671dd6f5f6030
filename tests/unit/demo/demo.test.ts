import { describe, expect, it } from 'vitest'

import { msPerDay, msPerHour, msPerMinute } from '#src/shared/time.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

const problem = (body: unknown) => (body as { type?: string } | undefined)?.type

describe('a visit without a link', () => {
  it('opens the plain world at the real time, with nobody logged in', async () => {
    const tab = await openBrowser().openTab()
    expect(await tab.control.state()).toMatchObject({
      scenario: 'empty',
      world: 'plain',
      seed: null,
      as: 'nobody',
      now: '2030-01-01T12:00:00.000Z',
      ownClock: false,
      faults: [],
    })
    expect(tab.startPath).toBeUndefined()
  })

  it('shares the logged-in user with other tabs', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab()
    await tab.request('POST', '/api/session', {
      email: 'admin@example.com',
      password: 'edesk-demo',
    })
    const other = await browser.openTab()
    expect((await other.control.state()).as).toBe('admin@example.com')
    await other.request('DELETE', '/api/session')
    expect((await tab.control.state()).as).toBe('nobody')
  })
})

describe('a link', () => {
  it('opens its scenario at its time, with its user logged in', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    expect(await tab.control.state()).toMatchObject({
      scenario: 'tokens',
      world: 'tokens',
      as: 'admin@example.com',
      now: '2026-11-24T09:00:00.000Z',
    })
    expect(tab.startPath).toBe('/settings/api-tokens')
    expect(await tab.tokenNames()).toHaveLength(12)
  })

  it('creates the same ids and keys each time', async () => {
    const made = await Promise.all(
      [openBrowser(), openBrowser()].map(async (browser) => {
        const tab = await browser.openTab('demo=tokens')
        return [(await tab.addToken('One')).text, (await tab.addToken('Two')).text]
      }),
    )
    expect(made[0]).toEqual(made[1])
    expect(new Set(made[0]).size).toBe(2)
  })

  it('with an invalid value is refused, and has no effect', async () => {
    const tab = await openBrowser().openTab('demo=tokens&demo.as=boss&demo.latency=100')
    expect(tab.linkError?.problems).toMatchObject([{ key: 'demo.as', value: 'boss' }])
    expect(await tab.control.state()).toMatchObject({ world: 'plain', as: 'nobody', latency: 0 })
  })

  it('that logs in an Agent is refused if the business has none', async () => {
    const tab = await openBrowser().openTab('demo=starter&demo.as=agent')
    expect(tab.linkError?.problems).toMatchObject([
      { key: 'demo.as', allowed: ['admin', 'nobody'] },
    ])
  })

  it('starts over each time it is opened', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    await tab.addToken('One more')
    tab.close()
    const again = await browser.openTab('demo=tokens')
    expect(await again.tokenNames()).toHaveLength(12)
  })

  it('joins the world of another open tab', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    await tab.addToken('One more')
    browser.advance(msPerMinute)
    const other = await browser.openTab('demo=tokens')
    expect(await other.tokenNames()).toContain('One more')
    expect((await other.control.state()).now).toBe('2026-11-24T09:01:00.000Z')
  })

  it('with changes restores them in all tabs of its world, where everybody stays logged in', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens&demo.as=robin.field@example.com')
    await tab.addToken('One more')
    const { link } = await tab.control.link()
    await tab.addToken('Two more')
    const other = await browser.openTab(link.replace('robin.field@example.com', 'admin'))
    const names = await other.tokenNames()
    expect(names).toContain('One more')
    expect(names).toHaveLength(13)
    expect(other.changes).toContain('change')
    expect(await tab.tokenNames()).toEqual(names)
    expect((await tab.control.state()).as).toBe('robin.field@example.com')
    expect((await other.control.state()).as).toBe('admin@example.com')
  })

  it('without a scenario applies to the current world of the tab', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    const { memory } = tab
    const again = await browser.openTab('demo.latency=5&demo.as=agent', memory)
    expect(await again.control.state()).toMatchObject({
      world: 'tokens',
      as: 'agent@example.com',
      latency: 5,
    })
  })

  it('is remembered by its tab, and by the browser for new tabs', async () => {
    const browser = openBrowser()
    const { memory } = await browser.openTab(
      'demo=tokens&demo.as=agent&demo.now=2027-01-01T00:00:00Z',
    )
    browser.advance(1000)
    const reloaded = await browser.openTab('', memory)
    expect(await reloaded.control.state()).toMatchObject({
      world: 'tokens',
      as: 'agent@example.com',
      now: '2027-01-01T00:00:01.000Z',
    })
    const fresh = await browser.openTab()
    expect(await fresh.control.state()).toMatchObject({ world: 'tokens', ownClock: false })
  })
})

describe('two tabs', () => {
  it('of one world can have separate sessions', async () => {
    const browser = openBrowser()
    const admin = await browser.openTab('demo=empty&demo.as=admin')
    const agent = await browser.openTab('demo=empty&demo.as=agent')
    expect((await admin.addToken('ShipFast')).status).toBe(201)
    expect(problem((await agent.addToken('Mine')).body)).toBe('/problems/admin-required')
    await agent.request('DELETE', '/api/session')
    expect((await agent.control.state()).as).toBe('nobody')
    expect((await admin.control.state()).as).toBe('admin@example.com')
  })

  it('can swap their users', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    expect(await tab.control.setView({ as: 'agent' })).toMatchObject({ as: 'agent@example.com' })
    expect(await tab.control.setView({ as: 'robin.field@example.com' })).toMatchObject({
      as: 'robin.field@example.com',
    })
    expect(await tab.control.setView({ as: 'nobody' })).toMatchObject({ as: 'nobody' })
    await expect(tab.control.setView({ as: 'ghost@example.com' })).rejects.toThrow(
      'No user has the email',
    )
  })
})

describe('the clock of a tab', () => {
  it('runs by itself, can be set, advanced and reset, and logs nobody out', async () => {
    const browser = openBrowser()
    const { control } = await browser.openTab('demo=tokens')
    browser.advance(1500)
    expect((await control.state()).now).toBe('2026-11-24T09:00:01.500Z')
    const day = msPerDay
    expect(await control.setView({ advance: day })).toMatchObject({
      now: '2026-11-25T09:00:01.500Z',
      ownClock: true,
      as: 'admin@example.com',
    })
    expect(await control.setView({ now: '2027-03-28T00:59:59Z' })).toMatchObject({
      now: '2027-03-28T00:59:59.000Z',
      as: 'admin@example.com',
    })
    expect(await control.setView({ now: null })).toMatchObject({
      now: '2026-11-24T09:00:01.500Z',
      ownClock: false,
    })
    await expect(control.setView({ now: 'soon' })).rejects.toThrow('is not a valid time')
  })

  it('is the clock of the backend', async () => {
    const tab = await openBrowser().openTab('demo=tokens&demo.now=2027-05-05T05:05:05Z')
    const { headers, body } = await tab.addToken('Later')
    expect(headers?.get('Date')).toBe('Wed, 05 May 2027 05:05:05 GMT')
    expect(body).toMatchObject({ token: { createdAt: '2027-05-05T05:05:05.000Z' } })
  })

  it('knows when the next token expires', async () => {
    const { control } = await openBrowser().openTab('demo=tokens')
    const next = await control.nextExpiry()
    expect(Date.parse(next ?? '')).toBeGreaterThan(Date.parse('2026-11-24T09:00:00Z'))
    await control.setView({ now: next })
    expect(await control.nextExpiry()).not.toBe(next)
  })
})

describe('reset', () => {
  it('restores the scenario in every tab, and keeps the users logged in', async () => {
    const browser = openBrowser()
    const admin = await browser.openTab('demo=tokens')
    const agent = await browser.openTab('demo=tokens&demo.as=agent')
    const before = await admin.tokenNames()
    await admin.addToken('One more')
    await admin.control.setView({ advance: msPerHour })
    browser.advance(msPerMinute)
    await agent.control.reset()
    expect(await admin.tokenNames()).toEqual(before)
    expect(await admin.control.state()).toMatchObject({
      as: 'admin@example.com',
      now: '2026-11-24T09:00:00.000Z',
      ownClock: false,
    })
    expect(await agent.control.state()).toMatchObject({ as: 'agent@example.com' })
  })

  it("restarts faults, and logs in the scenario's user again", async () => {
    const tab = await openBrowser().openTab('demo=flaky')
    expect((await tab.request('GET', '/api/tokens')).status).toBe(503)
    expect((await tab.request('GET', '/api/tokens')).status).toBe(200)
    await tab.request('DELETE', '/api/session')
    await tab.control.reset()
    expect((await tab.control.state()).as).toBe('admin@example.com')
    expect((await tab.request('GET', '/api/tokens')).status).toBe(503)
  })

  it('creates the same ids and keys again', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    const first = await tab.addToken('One')
    await tab.control.reset()
    const again = await tab.addToken('One')
    expect(again.text).toBe(first.text)
  })

  it('of the plain world keeps the user logged in', async () => {
    const tab = await openBrowser().openTab()
    await tab.request('POST', '/api/session', {
      email: 'admin@example.com',
      password: 'edesk-demo',
    })
    await tab.addToken('One')
    await tab.control.reset()
    expect(await tab.tokenNames()).toEqual([])
  })
})

describe('reading the data', () => {
  it('is refused with an explanation for an unknown table', async () => {
    const { control } = await openBrowser().openTab()
    await expect(control.records('pizzas' as 'tokens')).rejects.toThrow(
      'Unknown table “pizzas”. Available: ',
    )
  })
})
