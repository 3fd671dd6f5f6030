import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { announceChange } from '#src/api/changes.ts'

import { openApp, startBackend } from '../kit/vitest.ts'
import { bare } from '../support/noticeTokens.ts'
import { generate } from '../support/tokens.ts'
import { click, user } from './userActions.ts'

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
  const { backend, demo } = await startBackend()
  const robin = backend.as('robin.field@example.com')
  for (const [day, name] of names.entries()) {
    await demo.setView({ now: new Date(Date.UTC(2026, 10, 20 + day, 9)).toISOString() })
    await generate(robin, { name })
  }
  return { backend, demo, robin }
}

async function openBell(name: string): Promise<HTMLElement> {
  const button = await bell(name)
  await user.click(button)
  await waitFor(() => expect(panel()).toHaveFocus())
  return button
}

describe('the bell', () => {
  it('is for Admins alone, tells how many notices are unread, and is asked for after the page', async () => {
    const { backend } = await serviceWithNews('ShipFast', 'LedgerLine')
    await openApp({ at: '/settings/api-tokens', as: 'admin' })
    await bell('Notices, 2 unread')
    const asked = backend.requests.filter((request) => request.startsWith('GET /api/'))
    expect(asked.indexOf('GET /api/notices')).toBeGreaterThan(asked.indexOf('GET /api/tokens'))
    expect(asked.filter((request) => request === 'GET /api/notices')).toHaveLength(1)
  })

  it('is not there for an Agent, and nothing is asked for', async () => {
    const { backend } = await serviceWithNews('ShipFast')
    await openApp({ at: '/tickets', as: 'agent' })
    await screen.findByRole('table', { name: 'Tickets' })
    expect(screen.queryByRole('button', { name: /^Notices/ })).not.toBeInTheDocument()
    expect(backend.requests).not.toContain('GET /api/notices')
  })

  it('opens a panel that takes the focus and gives it back by Escape', async () => {
    await serviceWithNews('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    const button = await openBell('Notices, 1 unread')
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(await texts()).toEqual(['Robin Field generated ShipFast'])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(panel()).toBeNull())
    expect(button).toHaveFocus()
  })

  it('closes where somebody goes on elsewhere, and leaves them there', async () => {
    await serviceWithNews('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 1 unread')
    const elsewhere = screen.getByRole('link', { name: 'Plan' })
    elsewhere.focus()
    await waitFor(() => expect(panel()).toBeNull())
    expect(elsewhere).toHaveFocus()
  })

  it('says so where there is nothing new', async () => {
    await startBackend()
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices')
    await screen.findByText('Nothing new')
    expect(screen.queryByRole('button', { name: 'Mark all as read' })).not.toBeInTheDocument()
  })

  it('leads to what a notice is about, with the focus on its heading', async () => {
    await serviceWithNews('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 1 unread')
    await user.click(within(await list()).getByRole('link'))
    const heading = await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    await waitFor(() => expect(heading).toHaveFocus())
    expect(panel()).toBeNull()
  })

  it('tells of a new notice once and politely, and takes no focus', async () => {
    const { robin, demo } = await serviceWithNews('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    await bell('Notices, 1 unread')
    expect(screen.queryByText(/new notice/)).not.toBeInTheDocument()
    const before = document.activeElement
    await demo.setView({ now: '2026-11-20T11:00:00Z' })
    await generate(robin, { name: 'LedgerLine' })
    announceChange()
    await bell('Notices, 2 unread')
    const said = await screen.findByText('1 new notice')
    expect(said).toHaveAttribute('aria-live', 'polite')
    expect(before).toHaveFocus()
  })
})

describe('a notice', () => {
  it('is marked as read and as unread again, one by one or all', async () => {
    await serviceWithNews('ShipFast', 'LedgerLine')
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 2 unread')
    const name = 'Robin Field generated ShipFast'
    await click('button', `Mark as read: ${name}`)
    await bell('Notices, 1 unread')
    const back = await screen.findByRole('button', { name: `Mark as unread: ${name}` })
    expect(back).toHaveFocus()
    await user.click(back)
    await bell('Notices, 2 unread')
    await click('button', 'Mark all as read')
    await bell('Notices')
    await waitFor(() => expect(panel()).toHaveFocus())
    expect(await texts()).toHaveLength(2)
    await screen.findByText('All notices are marked as read')
  })

  it('that cannot be marked stays as it is, and the panel says why', async () => {
    const { backend } = await serviceWithNews('ShipFast')
    backend.network.use(http.post('*/api/notices/read', () => HttpResponse.error()))
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 1 unread')
    await click('button', /^Mark as read/)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('could not be reached')
    await bell('Notices, 1 unread')
  })

  it('has words of its own for each kind, and leads to the thing', async () => {
    const { backend, demo } = await startBackend()
    await demo.setView({ now: start.toISOString() })
    backend.network.use(
      http.get('*/api/notices', () =>
        HttpResponse.json(
          { items: notices, unread: notices.length, total: notices.length + 3 },
          { headers: { 'x-edesk-demo': '1' } },
        ),
      ),
    )
    await openApp({ at: '/settings/users', as: 'admin' })
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
    const { backend } = await serviceWithNews('ShipFast')
    backend.network.use(http.get('*/api/notices', () => HttpResponse.error(), { once: true }))
    await openApp({ at: '/settings/users', as: 'admin' })
    backend.network.use(http.get('*/api/notices', () => HttpResponse.error()))
    await openBell('Notices')
    await screen.findByText('This could not be loaded')
    backend.network.resetHandlers()
    await click('button', 'Retry')
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
    ...bare,
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
