import { describe, expect, it } from 'vitest'

import { openBrowser } from '../../support/simulatedBrowser.ts'

const problem = (body: unknown) => (body as { type?: string } | undefined)?.type

describe('faults', () => {
  const at = (fault: string) => openBrowser().openTab(`demo=tokens&demo.fault=${fault}`)

  it('respond with a status without processing the request, in the format of the API', async () => {
    const tab = await at('createToken:500@1')
    const { status, body } = await tab.addToken('Failing')
    expect(status).toBe(500)
    expect(problem(body)).toBe('/problems/internal')
    expect(await tab.tokenNames()).not.toContain('Failing')
    const shop = await at('whoami:503@always')
    const response = await shop.request('GET', '/v1/whoami')
    expect(response.status).toBe(503)
    expect(response.body).toMatchObject({ error: { httpCode: 503 } })
  })

  it('lose a request before it is processed, or its response afterwards', async () => {
    const before = await at('createToken:lost@1')
    expect((await before.addToken('Lost')).status).toBe('lost')
    expect(await before.tokenNames()).not.toContain('Lost')
    const after = await at('createToken:lost-after-commit@1')
    expect((await after.addToken('Lost')).status).toBe('lost')
    expect(await after.tokenNames()).toContain('Lost')
  })

  it('make a response unreadable', async () => {
    const { body, text } = await (await at('listTokens:rubbish@1')).request('GET', '/api/tokens')
    expect(text).not.toBe('')
    expect(body).toBeUndefined()
  })

  it('simulate another Admin who is faster', async () => {
    const tab = await openBrowser().openTab('demo=conflict')
    const { body } = await tab.request('GET', '/api/tokens?pageSize=100')
    const { id } = (body as { items: { id: string; name: string }[] }).items.find(
      ({ name }) => name === 'ShipFast',
    ) ?? { id: '' }
    const read = await tab.request('GET', `/api/tokens/${id}`)
    const etag = read.headers?.get('ETag') ?? ''
    const change = { description: 'Mine' }
    const refused = await tab.request('PATCH', `/api/tokens/${id}`, change, { 'If-Match': etag })
    expect(problem(refused.body)).toBe('/problems/version-changed')
    const after = await tab.request('GET', `/api/tokens/${id}`)
    expect(after.body).toMatchObject({ updatedBy: { name: 'Robin Field' } })
  })

  it('end a session', async () => {
    const tab = await openBrowser().openTab('demo=session-ends')
    expect(problem((await tab.addToken('Typed')).body)).toBe('/problems/not-logged-in')
    expect((await tab.control.state()).as).toBe('nobody')
  })

  it('never affect the control, and can be cleared', async () => {
    const tab = await openBrowser().openTab('demo=offline')
    expect((await tab.request('GET', '/api/session')).status).toBe('lost')
    const sent = await tab.control.send({ as: 'admin', method: 'GET', path: '/api/tokens' })
    expect(sent.status).toBe(200)
    await tab.control.setView({ faults: [] })
    expect((await tab.request('GET', '/api/session')).status).toBe(200)
  })

  it('do not make pages reload their data when they or the latency change', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    await tab.control.setView({ faults: [], latency: 1, panel: true })
    expect(tab.changes).toEqual([])
    await tab.control.setView({ advance: 1000 })
    expect(tab.changes).toEqual(['change'])
  })

  it('are counted across reloads', async () => {
    const browser = openBrowser()
    const tab = await browser.openTab('demo=flaky')
    await tab.request('GET', '/api/tokens')
    const reloaded = await browser.openTab('', tab.memory)
    expect((await reloaded.request('GET', '/api/tokens')).status).toBe(200)
  })
})
