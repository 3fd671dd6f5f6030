import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerDay } from '#src/shared/time.ts'

import { emptyNotice } from '../support/noticeTokens.ts'
import { createToken } from '../support/tokens.ts'
import { click, expectStatus, user } from './userActions.ts'

type Notice = components['schemas']['Notice']

const bell = (name: string) => screen.findByRole('button', { name })
const list = () => screen.findByRole('list', { name: 'Notices' })
const panel = () => screen.queryByRole('dialog', { name: 'Notices' })
const texts = async () =>
  within(await list())
    .getAllByRole('link')
    .map(({ textContent }) => textContent)

/** Starts a backend in which another Admin has created these tokens, each on another day. */
async function startWithNotices(...names: string[]) {
  const { backend, demo } = await startBackend()
  const robin = backend.as('robin.field@example.com')
  for (const [day, name] of names.entries()) {
    await demo.setView({ now: new Date(Date.UTC(2026, 10, 20 + day, 9)).toISOString() })
    await createToken(robin, { name })
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
  it('shows an Admin the number of unread notices, and loads it after the page', async () => {
    const { backend } = await startWithNotices('ShipFast', 'LedgerLine')
    await openApp({ at: '/settings/api-tokens', as: 'admin' })
    await bell('Notices, 2 unread')
    const sent = backend.requests.filter((request) => request.startsWith('GET /api/'))
    expect(sent.indexOf('GET /api/notices')).toBeGreaterThan(sent.indexOf('GET /api/tokens'))
    expect(sent.filter((request) => request === 'GET /api/notices')).toHaveLength(1)
  })

  it('is not shown to an Agent, and sends no request', async () => {
    const { backend } = await startWithNotices('ShipFast')
    await openApp({ at: '/tickets', as: 'agent' })
    await screen.findByRole('table', { name: 'Tickets' })
    expect(screen.queryByRole('button', { name: /^Notices/ })).not.toBeInTheDocument()
    expect(backend.requests).not.toContain('GET /api/notices')
  })

  it('opens a panel that takes the focus, and returns it on Escape', async () => {
    await startWithNotices('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    const button = await openBell('Notices, 1 unread')
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(await texts()).toEqual(['Robin Field generated ShipFast'])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(panel()).toBeNull())
    expect(button).toHaveFocus()
  })

  it('closes when the focus moves elsewhere, and leaves the focus there', async () => {
    await startWithNotices('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 1 unread')
    const elsewhere = screen.getByRole('link', { name: 'Plan' })
    elsewhere.focus()
    await waitFor(() => expect(panel()).toBeNull())
    expect(elsewhere).toHaveFocus()
  })

  it('says if there are no notices', async () => {
    await startBackend()
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices')
    await screen.findByText('No notices')
    expect(screen.queryByRole('button', { name: 'Mark all as read' })).not.toBeInTheDocument()
  })

  it('links a notice to its page, and moves the focus to the heading', async () => {
    await startWithNotices('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 1 unread')
    await user.click(within(await list()).getByRole('link'))
    const heading = await screen.findByRole('heading', { level: 1, name: 'ShipFast' })
    await waitFor(() => expect(heading).toHaveFocus())
    expect(panel()).toBeNull()
  })

  it('announces a new notice once and politely, and does not take the focus', async () => {
    const { robin, demo } = await startWithNotices('ShipFast')
    await openApp({ at: '/settings/users', as: 'admin' })
    await bell('Notices, 1 unread')
    expect(screen.queryByText(/new notice/)).not.toBeInTheDocument()
    const focused = document.activeElement
    await demo.setView({ now: '2026-11-20T11:00:00Z' })
    await createToken(robin, { name: 'LedgerLine' })
    announceChange()
    await bell('Notices, 2 unread')
    const announcement = await screen.findByText('1 new notice')
    expect(announcement).toHaveAttribute('aria-live', 'polite')
    expect(focused).toHaveFocus()
  })
})

describe('a notice', () => {
  it('can be marked as read and as unread, alone or together with all others', async () => {
    await startWithNotices('ShipFast', 'LedgerLine')
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 2 unread')
    const name = 'Robin Field generated ShipFast'
    await click('button', `Mark as read: ${name}`)
    await bell('Notices, 1 unread')
    const markUnread = await screen.findByRole('button', { name: `Mark as unread: ${name}` })
    expect(markUnread).toHaveFocus()
    await user.click(markUnread)
    await bell('Notices, 2 unread')
    await click('button', 'Mark all as read')
    await bell('Notices')
    await waitFor(() => expect(panel()).toHaveFocus())
    expect(await texts()).toHaveLength(2)
    await expectStatus('All notices marked as read')
  })

  it('stays unread if marking fails, and the panel shows the error', async () => {
    const { backend } = await startWithNotices('ShipFast')
    backend.network.use(http.post('*/api/notices/read', () => HttpResponse.error()))
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell('Notices, 1 unread')
    await click('button', /^Mark as read/)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('could not be reached')
    await bell('Notices, 1 unread')
  })

  it('has its own text for each kind, and links to its page', async () => {
    const { backend, demo } = await startBackend()
    await demo.setView({ now: start.toISOString() })
    backend.network.use(
      http.get('*/api/notices', () =>
        HttpResponse.json(
          {
            items: notices,
            unread: notices.length,
            unreadActions: 5,
            total: notices.length + 3,
          },
          { headers: { 'x-edesk-demo': '1' } },
        ),
      ),
    )
    await openApp({ at: '/settings/users', as: 'admin' })
    await openBell(`Notices, ${notices.length} unread, 5 need action`)
    const links = within(await list()).getAllByRole<HTMLAnchorElement>('link')
    const shown = links.map((link) => [link.textContent, link.getAttribute('href')])
    expect(shown).toEqual([
      ['Sam Rivera requested Admin access', '/settings/users'],
      ['ShipFast expires in 5 days', '/settings/api-tokens/tok_1'],
      ['ShipFast has expired', '/settings/api-tokens/tok_1'],
      ['First request in 71 days: ShipFast', '/settings/api-tokens/tok_1'],
      ['ShipFast is failing', '/settings/api-tokens/tok_1'],
      ...[
        'ShipFast was used from a new address, 203.0.113.7, by curl',
        'ShipFast was used from 12 new addresses',
        'ShipFast was used by a new program, an unknown program, from an unknown address',
        'ShipFast was used by 3 new programs',
        'ShipFast was used by a new program, a browser (Firefox), from 203.0.113.7',
      ].map((text) => [text, '/settings/api-tokens/tok_1']),
      ['Robin Field deleted ShipFast', '/settings/api-tokens/activity?token=tok_2'],
      ['Robin Field paused 12 tokens', '/settings/api-tokens/activity?by=usr_robin&action=paused'],
      [
        'Robin Field deleted 100 or more tokens',
        '/settings/api-tokens/activity?by=usr_robin&action=deleted',
      ],
    ])
    await screen.findByText('3 older notices are not shown.')
    expect(within(await list()).getAllByText('Needs action')).toHaveLength(1)
    screen.getByText(/^eDesk has refused 34 requests since then\. Replace the token/)
  })

  it('can be loaded again after a failure', async () => {
    const { backend } = await startWithNotices('ShipFast')
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
const inDays = (days: number) => new Date(start.getTime() + days * msPerDay).toISOString()
const shipFast = { id: 'tok_1', name: 'ShipFast', keyEnding: 'abcd', exists: true }
const robin = { id: 'usr_robin', name: 'Robin Field' }

function notice(overrides: Partial<Notice> & Pick<Notice, 'kind'>): Notice {
  return {
    id: JSON.stringify(overrides),
    at: inDays(0),
    read: false,
    ...emptyNotice,
    attempts: 0,
    unconfirmed: null,
    ...overrides,
  }
}

function unconfirmed(
  counts: { addresses?: number; programs?: number },
  address: string | null = '203.0.113.7',
  client: string | null = 'curl/8.5.0',
): NonNullable<Notice['unconfirmed']> {
  return { addresses: 0, programs: 0, place: { address, client }, until: inDays(0), ...counts }
}

const notices = [
  notice({
    kind: 'access_request',
    needsAction: true,
    person: { id: 'usr_sam', name: 'Sam Rivera' },
  }),
  notice({ kind: 'token_expiring', token: shipFast, expiresAt: inDays(5.5) }),
  notice({ kind: 'token_expired', token: shipFast, expiresAt: inDays(-5), attempts: 34 }),
  notice({ kind: 'token_awake', token: shipFast, since: inDays(-71) }),
  notice({ kind: 'token_only_refused', token: shipFast }),
  ...[
    unconfirmed({ addresses: 1 }),
    unconfirmed({ addresses: 12 }),
    unconfirmed({ programs: 1 }, null, null),
    unconfirmed({ programs: 3 }),
    unconfirmed({ programs: 1 }, '203.0.113.7', 'Mozilla/5.0 (X11) Gecko/20100101 Firefox/132.0'),
  ].map((places) => notice({ kind: 'token_new_place', token: shipFast, unconfirmed: places })),
  notice({
    kind: 'token_changes',
    person: robin,
    action: 'deleted',
    token: { ...shipFast, id: 'tok_2', exists: false },
  }),
  notice({ kind: 'token_changes', person: robin, action: 'paused', count: 12 }),
  notice({ kind: 'token_changes', person: robin, action: 'deleted', count: 100 }),
]
