import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { openApp, startBackend } from '#src/kit/vitest.ts'
import { msPerMinute } from '#src/shared/time.ts'

import { user } from './userActions.ts'

type Schemas = components['schemas']

/** Returns a time before the current time of the backend. */
const at = (minutesAgo: number) =>
  new Date(Date.parse('2026-11-24T09:00:00Z') - minutesAgo * msPerMinute).toISOString()

const order: Schemas['TicketViewOrder'] = {
  id: 1001,
  number: 'NW-1001',
  status: 'OrderShipped',
  total: 48.9,
  currency: 'EUR',
  items: [{ title: 'Oak serving board', sku: 'OAK-BRD-L', quantity: 2 }],
  tracking: [],
  notes: [],
}

function summary(id: number, subject: string): Schemas['TicketViewSummary'] {
  const names = { contactName: 'Maja Lindqvist', channelName: 'Own shop' }
  return { id, subject, status: 'Open', updatedAt: at(60), ...names }
}

/** Opens the page of a ticket with these changes. */
async function openTicket(overrides: Partial<Schemas['TicketView']> = {}) {
  const { backend, demo } = await startBackend()
  const ticket: Schemas['TicketView'] = {
    ...summary(1, 'Where is my order?'),
    tags: [],
    messages: [],
    order,
    ...overrides,
  }
  backend.network.use(http.get('*/api/tickets/1', () => HttpResponse.json(ticket)))
  await openApp({ at: '/tickets/1', as: 'agent' })
  await screen.findByRole('heading', { level: 1, name: 'Where is my order?' })
  return { backend, demo }
}

const orderRegion = () => within(screen.getByRole('region', { name: 'Order' }))
const parcels = () =>
  within(orderRegion().getByRole('list', { name: 'Tracking' })).getAllByRole('listitem')

/** Starts a backend with 26 tickets. Each page of the list has one of them. */
async function startWithPages(): Promise<void> {
  const { backend } = await startBackend()
  backend.network.use(
    http.get('*/api/tickets', ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get('page'))
      const items = page > 2 ? [] : [summary(page, `Ticket of page ${page}`)]
      return HttpResponse.json({ items, total: 26, page, pageSize: 25 })
    }),
  )
}

describe('the list of tickets', () => {
  it.each([
    ['1e99', 2],
    ['Infinity', 2],
    ['1.5', 1],
    ['-1', 1],
    ['abc', 1],
  ])('shows for ?page=%s the page %d', async (parameter, page) => {
    await startWithPages()
    await openApp({ at: `/tickets?page=${parameter}`, as: 'agent' })
    await screen.findByRole('link', { name: `Ticket of page ${page}` })
  })

  it('is paginated, and the page is in the URL', async () => {
    await startWithPages()
    await openApp({ at: '/tickets?page=9', as: 'agent' })
    await screen.findByRole('link', { name: 'Ticket of page 2' })
    expect(location.search, 'a page beyond the end').toBe('?page=2')
    const pages = within(screen.getByRole('navigation', { name: 'Pages' }))
    await user.click(pages.getByRole('link', { name: 'Previous' }))
    await screen.findByRole('link', { name: 'Ticket of page 1' })
    expect(pages.getByText('1–25 of 26')).toBeVisible()
  })
})

describe('a ticket', () => {
  it('shows its status, its tags and its notes for the team', async () => {
    await openTicket({
      status: 'Scheduled',
      tags: [
        { id: 1, name: 'Shipping', color: 'FFDF7E' },
        { id: 2, name: 'VIP', color: null },
      ],
      messages: [
        {
          id: 1,
          kind: 'message',
          direction: 'incoming',
          authorName: 'Maja Lindqvist',
          body: 'Where is it?',
          attachments: ['door.jpg'],
          createdAt: at(60),
        },
        {
          id: 1,
          kind: 'note',
          direction: 'outgoing',
          authorName: 'Noor Haddad',
          body: 'It leaves today.',
          attachments: [],
          createdAt: at(30),
        },
      ],
    })
    expect(screen.getByText('Scheduled')).toBeVisible()
    const tags = within(screen.getByRole('list', { name: 'Tags' })).getAllByRole('listitem')
    expect(tags.map(({ textContent }) => textContent.trim())).toEqual(['Shipping', 'VIP'])
    const messages = within(screen.getByRole('region', { name: 'Messages' }))
    const files = within(messages.getByRole('list', { name: 'Attachments' }))
    expect(files.getByText('door.jpg')).toBeVisible()
    const note = messages.getByText('It leaves today.').closest('li')
    expect(note?.textContent).toContain('Internal note')
    const message = messages.getByText('Where is it?').closest('li')
    expect(message?.textContent).toContain('Customer')
  })

  it('shows the tracking of each parcel, its time, and the application that sent it', async () => {
    await openTicket({
      order: {
        ...order,
        tracking: [
          {
            carrier: 'DHL',
            code: '0034',
            link: 'https://track.example/0034',
            sentAt: at(2.5),
            sentBy: 'ShipFast',
          },
          { carrier: 'UPS', code: '', link: 'http://ups.example/', sentAt: at(70), sentBy: null },
          { carrier: 'An Post', code: 'CE1', link: '', sentAt: null, sentBy: null },
        ],
        notes: [{ id: 1, authorName: 'Sam Rivera', text: 'A present.', createdAt: at(90) }],
      },
    })
    const region = orderRegion()
    expect(region.getByText('Order NW-1001')).toBeVisible()
    expect(region.getByText('Shipped')).toBeVisible()
    expect(region.getByText(/2 × Oak serving board/)).toBeVisible()
    expect(region.getByText(/48\.90/)).toBeVisible()
    const [dhl, ups, post] = parcels()
    expect(dhl?.textContent).toMatch(/DHL\s+0034/)
    expect(dhl?.textContent).toContain('Sent by ShipFast, 2 minutes ago')
    expect(region.getByRole('link', { name: '0034' })).toHaveProperty(
      'href',
      'https://track.example/0034',
    )
    expect(ups?.textContent).toContain('Sent 1 hour ago')
    expect(region.getByRole('link', { name: 'Track parcel' })).toBeVisible()
    expect(post?.textContent.trim()).toMatch(/^An Post\s+CE1$/)
    expect(region.getByText('A present.')).toBeVisible()
  })

  it.each(['javascript:alert(1)', 'data:text/html,hello', '//track.example/1', 'nonsense'])(
    'does not turn %s into a link',
    async (link) => {
      await openTicket({
        order: {
          ...order,
          tracking: [{ carrier: 'DHL', code: '0034', link, sentAt: null, sentBy: null }],
        },
      })
      expect(parcels()[0]?.textContent).toContain('0034')
      expect(orderRegion().queryByRole('link')).not.toBeInTheDocument()
    },
  )

  it.each([
    ['', '48.9'],
    ['??', '48.9 ??'],
    ['JPY', '¥49'],
  ])('shows a total in the currency "%s"', async (currency, words) => {
    await openTicket({ order: { ...order, currency } })
    expect(orderRegion().getByText(`Total ${words}`)).toBeVisible()
  })

  it('says if it has no order', async () => {
    await openTicket({ order: null })
    expect(screen.getByText('This ticket has no order.')).toBeVisible()
  })

  it('says if it has no tracking', async () => {
    await openTicket()
    expect(screen.getByText(/No tracking information yet/)).toBeVisible()
    expect(screen.queryByRole('list', { name: 'Tracking' })).not.toBeInTheDocument()
  })

  it('shows tracking that an application has sent meanwhile, without a reload', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { backend } = await openTicket()
    const parcel = { carrier: 'DHL', code: '0034', link: '', sentAt: at(0), sentBy: 'ShipFast' }
    const later = { ...summary(1, 'Where is my order?'), tags: [], messages: [] }
    backend.network.use(
      http.get('*/api/tickets/1', () =>
        HttpResponse.json({ ...later, order: { ...order, tracking: [parcel] } }),
      ),
    )
    vi.advanceTimersByTime(10_000)
    await waitFor(() => expect(parcels()[0]?.textContent).toContain('Sent by ShipFast, just now'))
  })
})
