import { describe, expect, it } from 'vitest'

import type { ViewChange } from '#src/mock/demo/demoControl.ts'
import { msPerDay } from '#src/shared/time.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

describe('setView', () => {
  it.each<ViewChange>([
    { as: 'agent', now: 'nonsense' },
    { as: 'agent', latency: -1 },
    { as: 'agent', advance: Number.NaN },
    { as: 'agent', now: '2027-01-01T00:00:00Z', advance: 1e20 },
    { as: 'ghost@example.com', now: '2027-01-01T00:00:00Z', latency: 5, panel: true },
    { as: 'boss', advance: msPerDay },
    { now: '2027-01-01T00:00:00Z', latency: 0.5 },
    { faults: [], panel: true, latency: 1e9 },
  ])('changes nothing if one value is wrong: %j', async (change) => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=flaky&demo.as=admin')
    const state = await tab.control.state()
    const view = structuredClone(tab.memory.view)
    const sessions = await browser.storageOf('flaky').read((db) => db.all('sessions'))
    await expect(tab.control.setView(change)).rejects.toThrow()
    expect(await tab.control.state()).toEqual(state)
    expect(tab.memory.view).toEqual(view)
    expect(await browser.storageOf('flaky').read((db) => db.all('sessions'))).toEqual(sessions)
  })

  it.each([
    [{ advanc: 5 }, 'Unknown property “advanc” in the change. Allowed: as, now, advance, clock,'],
    [
      { faults: ['updateTokn:503@1'] },
      'A fault must be an object, such as {"operation":"createToken",',
    ],
    [
      { faults: ['updateToken:503@1'] },
      'A fault must be an object, such as {"operation":"updateToken","what":503,"when":{"nth":1}}.',
    ],
    [
      { faults: [{ operation: 'updateTokn', what: 503, when: 'always' }] },
      'Unknown operation “updateTokn”. Available: *, listDemoAccounts,',
    ],
    [
      { faults: [{ operation: 'updateToken', what: 200, when: 'always' }] },
      'is not a valid fault. what: an HTTP status from 400 to 599,',
    ],
    [
      { answers: [{ operation: 'listTokn', status: 200 }] },
      'Unknown operation “listTokn”. Available: listDemoAccounts,',
    ],
    [{ held: ['nope'] }, 'Unknown operation “nope”. Available: listDemoAccounts,'],
    [{ clock: 'fast' }, 'Clock must be "running" or "still".'],
  ])('refuses a change that is not valid, and lists the valid names: %j', async (change, words) => {
    const tab = await openBrowser().openTab('demo=tokens')
    const view = structuredClone(tab.memory.view)
    await expect(tab.control.setView(change as ViewChange)).rejects.toThrow(words)
    expect(tab.memory.view).toEqual(view)
  })

  it('advances the time of the world if it also leaves its own clock', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    await tab.control.setView({ now: '2030-01-01T00:00:00Z' })
    expect(await tab.control.setView({ now: null, advance: 5_000 })).toMatchObject({
      now: '2026-11-24T09:00:05.000Z',
      ownClock: true,
    })
    expect(await tab.control.setView({ now: null, advance: 0 })).toMatchObject({
      now: '2026-11-24T09:00:00.000Z',
      ownClock: false,
    })
  })

  it('logs in at the new time', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    await tab.control.setView({ as: 'agent', now: '2040-01-01T00:00:00Z' })
    expect((await tab.request('GET', '/api/plan')).status).toBe(200)
  })
})

describe('a link without a scenario', () => {
  it('changes nothing if the world has no such person', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=starter')
    const view = structuredClone(tab.memory.view)
    await expect(tab.control.open('demo.as=agent&demo.latency=7')).rejects.toThrow('no Agent')
    expect(tab.memory.view).toEqual(view)
    expect((await tab.control.state()).latency).toBe(0)
  })
})

describe('an imported file', () => {
  it('changes nothing if its person does not exist', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    const file = await tab.control.export()
    await tab.addToken('Kept')
    const wrong = { ...file, view: { ...file.view, as: 'ghost@example.com' } }
    await expect(tab.control.import(wrong)).rejects.toThrow('not among its users')
    expect(await tab.tokenNames()).toContain('Kept')
    expect((await tab.control.state()).world).toBe('tokens')
  })
})
