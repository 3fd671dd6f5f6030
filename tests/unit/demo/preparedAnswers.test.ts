import { describe, expect, it } from 'vitest'

import { openBrowser } from '../../support/simulatedBrowser.ts'

const plan = { operation: 'getPlan', status: 200, body: { plan: 'none' } }

describe('a prepared answer', () => {
  it('replaces the response of the backend, in its tab only, until it is removed', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    const other = await browser.openTab('demo=tokens')
    await tab.control.setView({ answers: [plan] })
    expect(await tab.request('GET', '/api/plan')).toMatchObject({ status: 200, body: plan.body })
    expect(await other.request('GET', '/api/plan')).toMatchObject({
      body: { plan: 'professional' },
    })
    expect((await tab.control.exchanges()).at(0)).toMatchObject({
      operation: 'getPlan',
      fault: 'getPlan:answer',
      status: 200,
    })
    expect(await tab.control.state()).toMatchObject({
      answers: [plan],
      affectedCalls: { 'getPlan:answer': 1 },
    })
    await tab.control.setView({ answers: [] })
    expect(await tab.request('GET', '/api/plan')).toMatchObject({ body: { plan: 'professional' } })
  })

  it('has a body of the API if it is an error without one', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    const headers = { 'Retry-After': '7' }
    const answers = [
      { operation: 'getPlan', status: 503, headers },
      { operation: 'listTags', status: 503 },
    ]
    await tab.control.setView({ answers })
    const response = await tab.server.handle(new Request('http://localhost/api/plan'))
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Retry-After')).toBe('7')
    expect(await tab.request('GET', '/v1/tags')).toMatchObject({
      status: 503,
      body: { error: { httpCode: 503 } },
    })
  })

  it('survives a reload, but not a reset', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    await tab.control.setView({ answers: [{ operation: 'getPlan', status: 418 }] })
    const reloaded = await browser.openTab('', tab.memory)
    expect(await reloaded.request('GET', '/api/plan')).toMatchObject({ status: 418 })
    await reloaded.control.reset()
    expect(await reloaded.request('GET', '/api/plan')).toMatchObject({ status: 200 })
  })

  it('is not replayed by a link: the operation did not run', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens')
    await tab.control.setView({ answers: [{ operation: 'createToken', status: 201, body: {} }] })
    expect(await tab.addToken('Nowhere')).toMatchObject({ status: 201 })
    expect((await tab.control.link()).link).not.toContain('demo.changes')
  })
})

describe('held calls', () => {
  it('wait until they are released', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    await tab.control.setView({ held: ['createToken'] })
    let status: number | string | undefined
    const adding = tab.addToken('Late').then((answer) => (status = answer.status))
    await expect
      .poll(async () => (await tab.control.state()).affectedCalls)
      .toEqual({ 'createToken:hold': 1 })
    await tab.control.setView({ latency: 0 })
    expect(await tab.tokenNames()).not.toContain('Late')
    expect(status).toBeUndefined()
    await tab.control.setView({ held: [] })
    await adding
    expect(status).toBe(201)
    expect(await tab.tokenNames()).toContain('Late')
  })
})

describe('a clock that stands still', () => {
  it('shows the same time until it is set, advanced or runs again', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=tokens&demo.clock=still')
    const now = async () => (await tab.control.state()).now
    browser.advance(5_000)
    expect(await now()).toBe('2026-11-24T09:00:00.000Z')
    await tab.control.setView({ advance: 1_000 })
    browser.advance(5_000)
    expect(await now()).toBe('2026-11-24T09:00:01.000Z')
    expect((await tab.control.link()).link).toContain('demo.clock=still')
    await tab.control.setView({ clock: 'running' })
    browser.advance(5_000)
    expect(await now()).toBe('2026-11-24T09:00:06.000Z')
    await tab.control.setView({ clock: 'still' })
    browser.advance(5_000)
    expect(await tab.control.state()).toMatchObject({
      now: '2026-11-24T09:00:06.000Z',
      clock: 'still',
    })
    await tab.control.open('demo.clock=still&demo.now=2027-01-01T00:00:00Z')
    browser.advance(5_000)
    expect(await now()).toBe('2027-01-01T00:00:00.000Z')
  })
})

it('a request that is not recorded is not in the request log', async () => {
  const tab = await openBrowser().openTab('demo=tokens')
  const request = { as: 'admin', method: 'GET', path: '/api/plan' }
  await tab.control.send({ ...request, record: false })
  expect(await tab.control.exchanges()).toEqual([])
  await tab.control.send(request)
  expect(await tab.control.exchanges()).toHaveLength(1)
})
