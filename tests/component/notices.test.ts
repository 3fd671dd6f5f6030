import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { announceChange } from '#src/api/changes.ts'

import { generate } from '../unit/backend.ts'
import { press, pressKey } from './hands.ts'
import { openApp, startService } from './openApp.ts'

type Notice = components['schemas']['Notice']

const bell = (name: string) => screen.findByRole('button', { name })
const list = () => screen.findByRole('list', { name: 'Notices' })
const panel = () => screen.queryByRole('dialog', { name: 'Notices' })
const texts = async () =>
  within(await list())
    .getAllByRole('link')
    .map(({ textContent }) => textContent)

/** A service in which the other Admin has made these tokens, each on another day. */
async function serviceWithNews(...names: string[]) {
  const service = await startService()
  const robin = await service.as('otherAdmin')
  for (const [day, name] of names.entries()) {
    service.clock.set(new Date(Date.UTC(2026, 10, 20 + day, 9)))
    await generate(robin, { name })
  }
  return { ...service, robin }
}

async function openBell(name: string): Promise<HTMLElement> {
  const button = await bell(name)
  press(button)
  await waitFor(() => expect(panel()).toBe(document.activeElement))
  return button
}

describe('the bell', () => {
  it('is for Admins alone, tells how many notices are unread, and is asked for after the page', async () => {
    const { requests } = await serviceWithNews('ShipFast', 'LedgerLine')
    await openApp('/settings/api-tokens', 'admin')
    await bell('Notices, 2 unread')
    const asked = requests.filter((request) => request.startsWith('GET /api/'))
    expect(asked.indexOf('GET /api/notices')).toBeGreaterThan(asked.indexOf('GET /api/tokens'))
    expect(asked.filter((request) => request === 'GET /api/notices')).toHaveLength(1)
  })

  it('is not there for an Agent, and nothing is asked for', async () => {
    const { requests } = await serviceWithNews('ShipFast')
    await openApp('/tickets', 'agent')
    await screen.findByRole('table', { name: 'Tickets' })
    expect(screen.queryByRole('button', { name: /^Notices/ })).toBeNull()
    expect(requests).not.toContain('GET /api/notices')
  })

  it('opens a panel that takes the focus and gives it back by Escape', async () => {
    await serviceWithNews('ShipFast')
    await openApp('/settings/users', 'admin')
    const button = await openBell('Notices, 1 unread')
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(await texts()).toEqual(['Robin Field generated ShipFast'])
    pressKey('Escape')
    await waitFor(() => expect(panel()).toBeNull())
    expect(document.activeElement).toBe(button)
  })

  it('closes where somebody goes on elsewhere, and leaves them there', async () => {
    await serviceWithNews('ShipFast')
    await openApp('/settings/users', 'admin')
    await openBell('Notices, 1 unread')
    const elsewhere = screen.getByRole('link', { name: 'Plan' })
    elsewhere.focus()
    await waitFor(() => expect(panel()).toBeNull())
    expect(document.activeElement).toBe(elsewhere)
  })

  it('says so where there is nothing new', async () => {
    await startService()
    await openApp('/settings/users', 'admin')
    await openBell('Notices')
    await screen.findByText('Nothing new')
    expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull()
  })

  it('leads to what a notice is about, with the focus on its heading', async () => {
    await serviceWithNews('ShipFast')
    await openApp('/settings/users', 'admin')
    await openBell('Notices, 1 unread')
    press(within(await list()).getByRole('link'))
    const heading = await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    expect(panel()).toBeNull()
  })

  it('tells of a new notice once and politely, and takes no focus', async () => {
    const { robin, clock } = await serviceWithNews('ShipFast')
    await openApp('/settings/users', 'admin')
    await bell('Notices, 1 unread')
    expect(screen.queryByText(/new notice/)).toBeNull()
    const before = document.activeElement
    clock.set(new Date('2026-11-20T11:00:00Z'))
    await generate(robin, { name: 'LedgerLine' })
    announceChange()
    await bell('Notices, 2 unread')
    const said = await screen.findByText('1 new notice')
    expect(said.getAttribute('aria-live')).toBe('polite')
    expect(document.activeElement).toBe(before)
  })
})

describe('a notice', () => {
  it('is marked as read and as unread again, one by one or all', async () => {
    await serviceWithNews('ShipFast', 'LedgerLine')
    await openApp('/settings/users', 'admin')
    await openBell('Notices, 2 unread')
    const name = 'Robin Field generated ShipFast'
    press(await screen.findByRole('button', { name: `Mark as read: ${name}` }))
    await bell('Notices, 1 unread')
    const back = await screen.findByRole('button', { name: `Mark as unread: ${name}` })
    expect(document.activeElement).toBe(back)
    press(back)
    await bell('Notices, 2 unread')
    press(screen.getByRole('button', { name: 'Mark all as read' }))
    await bell('Notices')
    await waitFor(() => expect(document.activeElement).toBe(panel()))
    expect(await texts()).toHaveLength(2)
    await screen.findByText('All notices are marked as read')
  })

  it('that cannot be marked stays as it is, and the panel says why', async () => {
    const { network } = await serviceWithNews('ShipFast')
    network.use(http.post('*/api/notices/read', () => HttpResponse.error()))
    await openApp('/settings/users', 'admin')
    await openBell('Notices, 1 unread')
    press(await screen.findByRole('button', { name: /^Mark as read/ }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('could not be reached')
    await bell('Notices, 1 unread')
  })

  it('has words of its own for each kind, and leads to the thing', async () => {
    const { network, clock } = await startService()
    clock.set(start)
    network.use(
      http.get('*/api/notices', () =>
        HttpResponse.json(
          { items: notices, unread: notices.length, total: notices.length + 3 },
          { headers: { 'x-edesk-demo': '1' } },
        ),
      ),
    )
    await openApp('/settings/users', 'admin')
    await openBell(`Notices, ${notices.length} unread`)
    const links = within(await list()).getAllByRole<HTMLAnchorElement>('link')
    const told = links.map((link) => [link.textContent, link.getAttribute('href')])
    expect(told).toEqual([
      ['Sam Rivera asks for Admin access', '/settings/users'],
      ['ShipFast expires in 5 days', '/settings/api-tokens/tok_1'],
      ['ShipFast has expired', '/settings/api-tokens/tok_1'],
      ['ShipFast is used again, after 71 days of silence', '/settings/api-tokens/tok_1'],
      ['Every request with ShipFast is refused', '/settings/api-tokens/tok_1'],
      ['Robin Field deleted ShipFast', '/settings/api-tokens/activity?token=tok_2'],
      ['Robin Field paused 12 tokens', '/settings/api-tokens/activity?by=usr_robin&action=paused'],
      [
        'Robin Field deleted 100 or more tokens',
        '/settings/api-tokens/activity?by=usr_robin&action=deleted',
      ],
    ])
    await screen.findByText('3 older notices are not shown.')
  })

  it('that could not be loaded can be asked for again', async () => {
    const { network } = await serviceWithNews('ShipFast')
    network.use(http.get('*/api/notices', () => HttpResponse.error(), { once: true }))
    await openApp('/settings/users', 'admin')
    network.use(http.get('*/api/notices', () => HttpResponse.error()))
    await openBell('Notices')
    await screen.findByText('This could not be loaded')
    network.resetHandlers()
    press(screen.getByRole('button', { name: 'Retry' }))
    await list()
    await bell('Notices, 1 unread')
  })
})

const start = new Date('2026-11-24T09:00:00Z')
const inDays = (days: number) => new Date(start.getTime() + days * 86_400_000).toISOString()
const shipFast = { id: 'tok_1', name: 'ShipFast', keyEnding: 'abcd', exists: true }
const robin = { id: 'usr_robin', name: 'Robin Field' }

function notice(more: Partial<Notice> & Pick<Notice, 'kind'>): Notice {
  return {
    id: JSON.stringify(more),
    at: inDays(0),
    read: false,
    person: null,
    token: null,
    action: null,
    count: 1,
    expiresAt: null,
    since: null,
    ...more,
  }
}

const notices = [
  notice({ kind: 'access_request', person: { id: 'usr_sam', name: 'Sam Rivera' } }),
  notice({ kind: 'token_expiring', token: shipFast, expiresAt: inDays(5.5) }),
  notice({ kind: 'token_expired', token: shipFast, expiresAt: inDays(-5) }),
  notice({ kind: 'token_awake', token: shipFast, since: inDays(-71) }),
  notice({ kind: 'token_only_refused', token: shipFast }),
  notice({
    kind: 'token_changes',
    person: robin,
    action: 'deleted',
    token: { ...shipFast, id: 'tok_2', exists: false },
  }),
  notice({ kind: 'token_changes', person: robin, action: 'paused', count: 12 }),
  notice({ kind: 'token_changes', person: robin, action: 'deleted', count: 100 }),
]
