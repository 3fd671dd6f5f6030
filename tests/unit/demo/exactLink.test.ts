import { describe, expect, it } from 'vitest'

import { sha256 } from '#src/mock/domain/sha256.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'
import { msPerDay, msPerHour } from '#src/shared/time.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

type Tab = Awaited<ReturnType<ReturnType<typeof openBrowser>['openTab']>>

/** Opens a link in another browser, and expects the same data there. */
async function expectSameAt(link: string, tab: Tab): Promise<Tab> {
  const there = await openBrowser().openTab(link)
  expect(await comparable(there)).toEqual(await comparable(tab))
  return there
}

/** Returns all data but those that differ in every browser: the time of the machine, sessions, and the length of the log. */
async function comparable({ control }: Tab) {
  const { worlds, counters, creations, ...records } = (await control.export()).records
  return {
    ...records,
    draws: worlds.map(({ draws }) => draws),
    counters: counters.filter(({ id }) => id !== 'exchanges'),
    // Their ids contain the session.
    creations: creations.map(({ tokenId }) => tokenId).toSorted(),
  }
}

function bearer(key: string) {
  return { Authorization: `Bearer ${key}`, 'User-Agent': 'ShipFast/2.1', Accept: 'text/csv' }
}

describe('a link that says it is exact', () => {
  it('restores changes that are further apart than a session is long', async () => {
    const tab = await openBrowser().openTab('demo=empty&demo.as=admin')
    await tab.addToken('First')
    await tab.control.setView({ advance: 14 * msPerDay })
    await tab.addToken('Second')
    await tab.control.setView({ now: '2026-11-25T09:00:00Z' })
    await tab.addToken('Third')
    const { link, exact } = await tab.control.link()
    expect(exact).toBe(true)
    const there = await expectSameAt(link, tab)
    expect((await there.tokenNames()).toSorted()).toEqual(['First', 'Second', 'Third'])
  })

  it('restores what people did before and after they logged out', async () => {
    const tab = await openBrowser().openTab('demo=empty')
    const account = { email: 'admin@example.com', password: 'edesk-demo' }
    await tab.request('POST', '/api/session', { ...account, password: 'wrong' })
    await tab.request('POST', '/api/session', account)
    await tab.addToken('First')
    await tab.request('DELETE', '/api/session')
    await tab.addToken('Refused')
    await tab.request('POST', '/api/session', account)
    await tab.addToken('Second')
    const { link } = await tab.control.link()
    await expectSameAt(link, tab)
  })

  it('restores the use of a token that was renamed, and which program used it', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    const id = demoTokenId('tokens', 'ShipFast')
    const rename = { name: 'Parcel Post' }
    await tab.request('PATCH', `/api/tokens/${id}`, rename, { 'If-Match': '*' })
    await tab.request('GET', '/v1/whoami', undefined, bearer(keyOf('tokens', 'ShipFast')))
    await tab.request('GET', '/v1/tickets?limit=x', undefined, bearer(keyOf('tokens', 'ShipFast')))
    const { link } = await tab.control.link()
    await expectSameAt(link, tab)
  })

  it('restores one token for a retry, and two for the same Idempotency-Key in two sessions', async () => {
    const tab = await openBrowser().openTab('demo=empty&demo.as=admin')
    await tab.addToken('Retried')
    await tab.addToken('Retried')
    for (const name of ['First', 'Second']) {
      await tab.control.send({
        as: 'admin',
        method: 'POST',
        path: '/api/tokens',
        headers: { 'Idempotency-Key': 'the-same-in-both-sessions' },
        body: { name, description: '', accessLevel: 'read_only' },
      })
    }
    const { link } = await tab.control.link()
    const there = await expectSameAt(link, tab)
    expect(await there.tokenNames()).toHaveLength(3)
  })

  it('restores the changes of the link that it was opened with', async () => {
    const first = await openBrowser().openTab('demo=tokens')
    await first.addToken('First')
    const { link } = await first.control.link()
    const second = await openBrowser().openTab(link)
    await second.control.setView({ advance: msPerHour })
    await second.addToken('Second')
    const next = await second.control.link()
    expect(next.exact).toBe(true)
    const third = await expectSameAt(next.link, second)
    expect(await third.tokenNames()).toEqual(expect.arrayContaining(['First', 'Second']))
  })
})

describe('a link that is not exact says why', () => {
  it('if the ids and keys are random', async () => {
    const { control } = await openBrowser().openTab()
    await control.send({ as: 'admin', method: 'PUT', path: '/api/plan', body: { plan: 'starter' } })
    expect(await control.link()).toMatchObject({ exact: false, reason: /no seed/ })
  })

  it('if the changes do not fit', async () => {
    const tab = await openBrowser().openTab('demo=empty&demo.as=admin')
    // Texts that cannot be compressed.
    const hashes = Array.from({ length: 300 }, (_, place) => sha256(String(place)))
    await tab.request('POST', '/api/found-keys', { hashes })
    expect(await tab.control.link()).toMatchObject({
      exact: false,
      reason: /too many/,
      link: expect.not.stringContaining('demo.changes') as string,
    })
  })

  it('if a request contained files', async () => {
    const tab = await openBrowser().openTab('demo=tokens')
    const { key } = (await tab.addToken('Notes')).body as { key: string }
    const body = new FormData()
    body.set('attachments[]', new File(['text'], 'note.txt'))
    const headers = { Authorization: `Bearer ${key}` }
    const url = 'http://localhost/v1/order-notes/1/attachments'
    const answer = await tab.server.handle(new Request(url, { method: 'POST', headers, body }))
    expect(answer.status).toBe(200)
    expect(await tab.control.link()).toMatchObject({ exact: false, reason: /files/ })
  })
})

it('a link logs in anybody by email', async () => {
  const tab = await openBrowser().openTab('demo=tokens&demo.as=robin.field@example.com')
  expect(await tab.control.state()).toMatchObject({ as: 'robin.field@example.com' })
  const { link, exact } = await tab.control.link()
  expect({ exact, link }).toEqual({
    exact: true,
    link: expect.stringContaining('demo.as=robin.field@example.com') as string,
  })
  const unknown = await openBrowser().openTab('demo=tokens&demo.as=robin@example.com')
  expect(unknown.linkError?.problems[0]?.allowed).toContain('robin.field@example.com')
  await expect(tab.control.open('demo.as=robin@example.com')).rejects.toThrow(
    /demo\.as=robin@example\.com is not one of: admin, .*robin\.field@/,
  )
})
