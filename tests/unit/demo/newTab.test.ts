import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'
import { msPerHour } from '#src/shared/time.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

type Browser = ReturnType<typeof openBrowser>
const stateOf = async (tab: Awaited<ReturnType<Browser['openTab']>>) => {
  const { world, as, scenario } = await tab.control.state()
  return { world, as, scenario }
}

const admin = 'admin@example.com'
const agent = 'agent@example.com'

describe('a new tab without a link', () => {
  it.each([
    ['demo=tokens&demo.as=admin', admin],
    ['demo=tokens&demo.as=agent', agent],
    ['demo=tokens&demo.as=nobody', 'nobody'],
    ['demo=tokens', admin],
  ])('after %s continues as %s', async (link, as) => {
    const browser = openBrowser()
    await browser.openTab(link)
    const tab = await browser.openTab()
    expect(await stateOf(tab)).toEqual({ world: 'tokens', as, scenario: 'tokens' })
    const expected = as === admin ? 200 : as === agent ? 403 : 401
    expect((await tab.request('GET', '/api/tokens')).status).toBe(expected)
  })

  it('continues as the person whom the demo panel logged in, in any world', async () => {
    const browser = openBrowser()
    const plain = await browser.openTab()
    await plain.control.setView({ as: agent })
    expect(await stateOf(await browser.openTab())).toMatchObject({ world: 'plain', as: agent })
  })

  it('continues as the last of several people', async () => {
    const browser = openBrowser()
    await browser.openTab('demo=tokens&demo.as=admin')
    await browser.openTab('demo=tokens&demo.as=agent')
    expect((await stateOf(await browser.openTab())).as).toBe(agent)
  })

  it('continues in the world of an imported file', async () => {
    const browser = openBrowser()
    const source = await browser.openTab('demo=tokens&demo.as=agent')
    const file = await source.control.export()
    await source.control.import(file)
    expect(await stateOf(await browser.openTab())).toEqual({
      world: 'imported',
      as: agent,
      scenario: 'tokens',
    })
  })

  it('is somebody else if its link says so', async () => {
    const browser = openBrowser()
    await browser.openTab('demo=tokens&demo.as=agent')
    expect(await stateOf(await browser.openTab('demo.as=admin'))).toMatchObject({
      world: 'tokens',
      as: admin,
    })
    expect((await stateOf(await browser.openTab('demo=tokens'))).as).toBe(admin)
    expect((await stateOf(await browser.openTab('demo.latency=5'))).as).toBe(admin)
  })

  it('uses the shared session if the session of that person has ended', async () => {
    const browser = openBrowser()
    const first = await browser.openTab('demo=tokens')
    const second = await browser.openTab('demo.as=agent')
    await browser.storageOf('tokens').write(async (db) => {
      const sessions = await db.all('sessions')
      for (const { id, userId } of sessions) {
        const user = await db.get('users', userId)
        if (user?.email === agent) await db.delete('sessions', id)
      }
    })
    expect((await stateOf(second)).as).toBe('nobody')
    expect((await stateOf(await browser.openTab())).as).toBe(admin)
    expect((await stateOf(first)).as).toBe(admin)
  })
})

describe('the shared session', () => {
  it('ends by itself, and the scenario’s link then logs its user in again', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    browser.advance((limits.sessionHours + 1) * msPerHour)
    expect((await tab.request('GET', '/api/tokens')).status).toBe(401)
    expect((await tab.control.state()).as).toBe('nobody')
    const other = await browser.openTab('demo=tokens')
    expect((await other.control.state()).as).toBe(admin)
    expect((await other.request('GET', '/api/tokens')).status).toBe(200)
  })

  it('of one world does not end the one of another', async () => {
    const browser = openBrowser()
    const tokens = await browser.openTab('demo=tokens')
    const leaked = await browser.openTab('demo=leaked')
    const plain = await browser.openTab('', {
      view: {
        link: {},
        world: 'plain',
        latency: 0,
        faults: [],
        counts: {},
        transport: 'worker',
        panel: false,
      },
    })
    const login = { email: 'agent@example.com', password: 'edesk-demo' }
    expect((await plain.request('POST', '/api/session', login)).status).toBe(201)
    for (const [tab, as] of [
      [tokens, admin],
      [leaked, admin],
      [plain, agent],
    ] as const) {
      expect((await tab.control.state()).as).toBe(as)
    }
  })
})
