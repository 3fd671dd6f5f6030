import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { maskKey } from '#src/features/shipping-app/edeskClient.ts'
import { containsKey } from '#src/shared/keysInText.ts'

import { reachableTexts } from '../support/reachableTexts.ts'
import { click, fill, user } from './userActions.ts'
import {
  connect,
  connectWith,
  fillParcel,
  keyField,
  numbers,
  openShippingApp,
  requestLog,
  send,
  status,
} from './shippingAppPage.ts'

describe('the shipping application', () => {
  it('is a separate application, without the navigation of eDesk and without a log-in', async () => {
    const { backend } = await openShippingApp()
    expect(document.title).toBe('Ship your eDesk orders – ShipFast')
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
    expect(screen.getByRole('banner')).toHaveTextContent('ShipFast')
    expect(screen.getAllByRole('main')).toHaveLength(1)
    expect(screen.getAllByRole('status')).toHaveLength(1)
    expect(backend.requests).toEqual([])
    expect(screen.getByText('ShipFast has not sent any requests yet.')).toBeVisible()
  })

  it('shows the user of the key, and lists the orders to ship, oldest first', async () => {
    await connect()
    expect(status()).toContain('Connected as Alex Morgan')
    expect(numbers()).toEqual(['NW-1001', 'NW-1002'])
    const row = screen.getByRole('button', { name: 'Ship NW-1001' }).closest('tr')
    expect(row?.textContent).toContain('Maja Lindqvist')
    expect(row?.textContent).toContain('Galway')
    expect(row?.textContent).toContain('1 × Oak serving board')
  })

  it('writes dates and times as the region of the reader does', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-IE'])
    await connect()
    expect(screen.getAllByText(/^Ordered \d+ [A-Z][a-z]+ \d{4}$/)).toHaveLength(2)
    expect(within(requestLog()).getAllByText(/^\d\d:\d\d:\d\d$/).length).toBeGreaterThan(1)
  })

  it('calls only the public API, even after a change in eDesk', async () => {
    const { backend } = await connect()
    announceChange()
    await fillParcel('NW-1001', 'DHL', '1')
    await send()
    await waitFor(() => expect(status()).toContain('Sent'))
    expect(backend.requests.filter((request) => !request.includes(' /v1/'))).toEqual([])
  })

  it('sends carrier and tracking number to eDesk, and removes the order from the list', async () => {
    const { backend } = await connect()
    await fillParcel('NW-1001', 'DHL', ' 00340434161094042557 ')
    await send()
    await waitFor(() => expect(status()).toContain('Sent to eDesk: NW-1001 with DHL'))
    expect(numbers()).toEqual(['NW-1002'])
    expect(document.activeElement?.textContent).toBe('Orders to ship')
    const { body } = await backend.as('agent')('GET', '/api/tickets/1')
    expect(body).toMatchObject({
      order: {
        status: 'OrderShipped',
        tracking: [{ carrier: 'DHL', code: '00340434161094042557', sentBy: 'ShipFast' }],
      },
    })
    expect(backend.requests.filter((request) => request.startsWith('PUT'))).toEqual([
      'PUT /v1/sales-orders/1001',
    ])
  })

  it('keeps the existing tracking codes of an order', async () => {
    const { backend } = await connect()
    const sent: unknown[] = []
    backend.network.use(
      http.get('*/v1/sales-orders/1001', () =>
        HttpResponse.json({
          data: {
            status: 'PaymentAccepted',
            tracking_codes: [
              {
                tracking_code: 'A 1',
                tracking_link: 'https://track.example/A%201/now',
                tracking_carrier_name: 'Own van',
              },
              { tracking_code: 'B2', tracking_link: '', tracking_carrier_name: 'UPS' },
            ],
          },
        }),
      ),
      http.put('*/v1/sales-orders/1001', async ({ request }) => {
        sent.push(await request.json())
        return HttpResponse.json({ data: {} })
      }),
    )
    await fillParcel('NW-1001', 'Evri', 'C3')
    await send()
    await waitFor(() => expect(status()).toContain('Sent'))
    expect(sent).toEqual([
      {
        status: 'OrderShipped',
        order_shipped_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string,
        tracking_codes: [
          {
            tracking_code: 'A 1',
            tracking_carrier_name: 'Own van',
            tracking_carrier_link: 'https://track.example/(tracking_code)/now',
          },
          { tracking_code: 'B2', tracking_carrier_name: 'UPS' },
          {
            tracking_code: 'C3',
            tracking_carrier_name: 'Evri',
            tracking_carrier_link: 'https://www.evri.com/track/parcel/(tracking_code)',
          },
        ],
      },
    ])
  })

  it('sends one request, even if the button is clicked several times', async () => {
    const { backend } = await connect()
    await fillParcel('NW-1001', 'DHL', '1')
    await send()
    await send()
    await send()
    await waitFor(() => expect(status()).toContain('Sent'))
    expect(backend.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
  })

  it('shows errors at fields that are missing or too long, and sends nothing', async () => {
    const { backend } = await connect()
    const { carrier, code } = await fillParcel('NW-1001', '', '  ')
    const requestCount = backend.requests.length
    const descriptionOf = (field: HTMLElement) =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
    await send()
    await waitFor(() => expect(descriptionOf(carrier)).toContain('Choose a carrier'))
    expect(carrier).toHaveFocus()
    expect(descriptionOf(code)).toContain('Enter the tracking number')
    carrier.value = 'UPS'
    carrier.dispatchEvent(new Event('change'))
    await fill(code, '1'.repeat(101))
    await send()
    await waitFor(() => expect(descriptionOf(code)).toContain('100 characters at most'))
    expect(code).toHaveAttribute('aria-invalid', 'true')
    expect(carrier.getAttribute('aria-invalid')).toBeNull()
    expect(code).toHaveFocus()
    expect(backend.requests).toHaveLength(requestCount)
  })

  it('does not ship an order that was canceled meanwhile', async () => {
    const { backend } = await connect()
    const canceled = { status: 'Canceled', tracking_codes: null }
    backend.network.use(
      http.get('*/v1/sales-orders/1001', () => HttpResponse.json({ data: canceled })),
    )
    await fillParcel('NW-1001', 'DHL', '1')
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent('no longer ready to ship')
    expect(backend.requests.filter((request) => request.startsWith('PUT'))).toEqual([])
  })

  it('logs its first request with the service’s time, like every other request', async () => {
    await connect()
    const times = within(requestLog())
      .getAllByRole('listitem')
      .map((item) => item.querySelector('time')?.dateTime ?? '')
    expect(times).toHaveLength(4)
    // The clock of the test’s backend stands still, far from the clock of this computer.
    expect(times.filter((time) => Math.abs(Date.parse(time) - Date.now()) < 60_000)).toEqual([])
  })

  it('shows each request and its response with a masked key, until the log is cleared', async () => {
    const { key } = await connect()
    const log = within(requestLog())
    expect(log.getAllByRole('listitem')).toHaveLength(4)
    const oldest = log.getAllByRole('listitem').at(-1)
    expect(oldest?.textContent).toContain('GET /v1/whoami')
    expect(oldest?.textContent).toContain('200')
    expect(oldest?.textContent).toContain(`Authorization: Bearer edesk_…${key.slice(-4)}`)
    expect(oldest?.textContent).toContain('"name": "Alex Morgan"')
    expect(document.documentElement.outerHTML).not.toContain(key)
    await user.click(log.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Requests'))
    expect(log.queryAllByRole('listitem')).toEqual([])
  })

  it('keeps the key out of reactive objects', async () => {
    const { key } = await connect()
    expect(keyField()).toHaveValue(key)
    expect([...reachableTexts()].filter(containsKey)).toEqual([])
  })

  it('forgets the key on pagehide, and on "Disconnect"', async () => {
    const { key } = await connect()
    window.dispatchEvent(new Event('pagehide'))
    await waitFor(() => expect(keyField()).toHaveValue(''))
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await connectWith(key)
    await click('button', 'Disconnect')
    await waitFor(() => expect(status()).toContain('Disconnected'))
    expect(keyField()).toHaveValue('')
    expect(keyField()).toHaveFocus()
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
  })
})

describe('a masked key', () => {
  it('consists of the prefix and the last characters, or of nothing if the key is too short', () => {
    expect(maskKey(`edesk_${'a'.repeat(32)}7Qx2`)).toBe('edesk_…7Qx2')
    expect(maskKey(`${'a'.repeat(32)}7Qx2`)).toBe('…7Qx2')
    expect(maskKey('edesk_7Qx2')).toBe('…')
    expect(maskKey('')).toBe('…')
  })
})
