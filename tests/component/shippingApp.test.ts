import { screen, waitFor, within } from '@testing-library/dom'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'

import { announceChange } from '#src/api/changes.ts'
import { masked } from '#src/features/shipping-app/exchanges.ts'

import { permissions } from '../kit/builders.ts'
import { generate } from '../unit/backend.ts'
import { press, type } from './hands.ts'
import { openApp, startService } from './openApp.ts'

type Wanted = Parameters<typeof generate>[1]
const fullAccess: Wanted = {
  accessLevel: 'custom',
  permissions: permissions({ sales_orders: 'full_access' }),
}

/** The shipping application, opened by somebody who is not logged in to eDesk; and a key for it. */
async function openShipFast(wanted: Wanted = fullAccess) {
  const service = await startService()
  const { key } = (await generate(await service.as('admin'), { name: 'ShipFast', ...wanted })).body
  if (key === null) throw new Error('A creation gives its key')
  await openApp('/apps/shipping')
  await screen.findByRole('heading', { level: 1, name: 'Ship your eDesk orders' })
  return { ...service, key }
}

const keyField = () => screen.getByRole('textbox', { name: 'API key' })
const status = () => screen.getByRole('status').textContent
const requestLog = () => screen.getByRole('region', { name: 'Requests' })

function connectWith(key: string): void {
  type(keyField(), key)
  press(screen.getByRole('button', { name: 'Connect' }))
}

async function connect(wanted?: Wanted) {
  const opened = await openShipFast(wanted)
  connectWith(opened.key)
  await screen.findByRole('table', { name: 'Orders to ship' })
  return opened
}

async function fillParcel(order: string, carrier: string, code: string) {
  press(await screen.findByRole('button', { name: `Ship ${order}` }))
  const fields = {
    carrier: await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Carrier' }),
    code: screen.getByRole<HTMLInputElement>('textbox', { name: 'Tracking number' }),
  }
  fields.carrier.value = carrier
  fields.carrier.dispatchEvent(new Event('change'))
  type(fields.code, code)
  return fields
}

const send = () => press(screen.getByRole('button', { name: 'Send to eDesk' }))

/** The rows of the orders by their numbers, from top to bottom. */
function numbers(): string[] {
  const buttons = screen.queryAllByRole('button', { name: /^Ship / })
  return buttons.map(({ textContent }) => textContent.trim().replace('Ship ', ''))
}

function refusal(status: number, details: unknown, headers: Record<string, string> = {}) {
  const error = { httpCode: status, message: 'Refused', details }
  return HttpResponse.json({ error }, { status, headers })
}

describe('the shipping application', () => {
  it('is another program: nothing of eDesk around it, and nobody needs to be logged in', async () => {
    const { requests } = await openShipFast()
    expect(document.title).toBe('Ship your eDesk orders – ShipFast')
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.getByRole('banner').textContent).toContain('ShipFast')
    expect(screen.getAllByRole('main')).toHaveLength(1)
    expect(screen.getAllByRole('status')).toHaveLength(1)
    expect(requests).toEqual([])
    expect(screen.getByText('Nothing was sent yet.')).toBeDefined()
  })

  it('tells whose key it is, and lists the orders that wait to be shipped, the oldest first', async () => {
    await connect()
    expect(status()).toContain('Connected as Alex Morgan')
    expect(numbers()).toEqual(['NW-1001', 'NW-1002'])
    const row = screen.getByRole('button', { name: 'Ship NW-1001' }).closest('tr')
    expect(row?.textContent).toContain('Maja Lindqvist')
    expect(row?.textContent).toContain('Galway')
    expect(row?.textContent).toContain('1 × Oak serving board')
  })

  it('asks for nothing but the public API, also when something has changed in eDesk', async () => {
    const { requests } = await connect()
    announceChange()
    await fillParcel('NW-1001', 'DHL', '1')
    send()
    await waitFor(() => expect(status()).toContain('Sent'))
    expect(requests.filter((request) => !request.includes(' /v1/'))).toEqual([])
  })

  it('sends carrier and number to eDesk, and lets go of the order', async () => {
    const { as, requests } = await connect()
    await fillParcel('NW-1001', 'DHL', ' 00340434161094042557 ')
    send()
    await waitFor(() => expect(status()).toContain('Sent to eDesk: NW-1001 with DHL'))
    expect(numbers()).toEqual(['NW-1002'])
    expect(document.activeElement?.textContent).toBe('Orders to ship')
    const { body } = await (await as('agent'))('GET', '/api/tickets/1')
    expect(body).toMatchObject({
      order: {
        status: 'OrderShipped',
        tracking: [{ carrier: 'DHL', code: '00340434161094042557', sentBy: 'ShipFast' }],
      },
    })
    expect(requests.filter((request) => request.startsWith('PUT'))).toEqual([
      'PUT /v1/sales-orders/1001',
    ])
  })

  it('keeps the tracking codes that an order has already', async () => {
    const { network } = await connect()
    const sent: unknown[] = []
    network.use(
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
    send()
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

  it('sends once, however often the button is pressed', async () => {
    const { requests } = await connect()
    await fillParcel('NW-1001', 'DHL', '1')
    send()
    send()
    send()
    await waitFor(() => expect(status()).toContain('Sent'))
    expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
  })

  it('tells at the fields what is missing or too long, and sends nothing', async () => {
    const { requests } = await connect()
    const { carrier, code } = await fillParcel('NW-1001', '', '  ')
    const before = requests.length
    const describing = (field: HTMLElement) =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
    send()
    await waitFor(() => expect(describing(carrier)).toContain('Choose the carrier'))
    expect(document.activeElement).toBe(carrier)
    expect(describing(code)).toContain('Enter the tracking number')
    carrier.value = 'UPS'
    carrier.dispatchEvent(new Event('change'))
    type(code, '1'.repeat(101))
    send()
    await waitFor(() => expect(describing(code)).toContain('100 characters at most'))
    expect(code.getAttribute('aria-invalid')).toBe('true')
    expect(carrier.getAttribute('aria-invalid')).toBeNull()
    expect(document.activeElement).toBe(code)
    expect(requests).toHaveLength(before)
  })

  it('does not send what does not wait to be shipped any more', async () => {
    const { network, requests } = await connect()
    const canceled = { status: 'Canceled', tracking_codes: null }
    network.use(http.get('*/v1/sales-orders/1001', () => HttpResponse.json({ data: canceled })))
    await fillParcel('NW-1001', 'DHL', '1')
    send()
    expect((await screen.findByRole('alert')).textContent).toContain('does not wait')
    expect(requests.filter((request) => request.startsWith('PUT'))).toEqual([])
  })

  it('shows each request and its answer with the key masked, until that is cleared', async () => {
    const { key } = await connect()
    const log = within(requestLog())
    expect(log.getAllByRole('listitem')).toHaveLength(4)
    const oldest = log.getAllByRole('listitem').at(-1)
    expect(oldest?.textContent).toContain('GET /v1/whoami')
    expect(oldest?.textContent).toContain('200')
    expect(oldest?.textContent).toContain(`Authorization: Bearer edesk_…${key.slice(-4)}`)
    expect(oldest?.textContent).toContain('"name": "Alex Morgan"')
    expect(document.documentElement.outerHTML).not.toContain(key)
    press(log.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Requests'))
    expect(log.queryAllByRole('listitem')).toEqual([])
  })

  it('forgets the key when the page is put away, and on request', async () => {
    const { key } = await connect()
    window.dispatchEvent(new Event('pagehide'))
    await waitFor(() => expect(keyField()).toHaveProperty('value', ''))
    expect(screen.queryByRole('table')).toBeNull()
    connectWith(key)
    press(await screen.findByRole('button', { name: 'Disconnect' }))
    await waitFor(() => expect(status()).toContain('Disconnected'))
    expect(keyField()).toHaveProperty('value', '')
    expect(document.activeElement).toBe(keyField())
    expect(screen.queryByRole('table')).toBeNull()
  })
})

describe('where eDesk refuses it, the shipping application says in words what to do', () => {
  it.each([
    ['nothing', '', 'Paste the API key'],
    ['something that no header can hold', 'edesk_ÄÖÜ →', 'Copy the whole key again'],
  ])('with %s for a key, at the field and without a request', async (_what, key, words) => {
    const { requests } = await openShipFast()
    connectWith(key)
    await screen.findByText(new RegExp(words))
    expect(document.activeElement).toBe(keyField())
    expect(requests).toEqual([])
  })

  it.each<[string, () => Response, string, string | null]>([
    ['an unknown key', () => refusal(403, 'Invalid token.'), 'new token', 'api-tokens'],
    ['an expired token', () => refusal(401, 'The token has expired.'), 'has expired', 'api-tokens'],
    ['a paused token', () => refusal(401, 'The token is paused.'), 'resume it', 'api-tokens'],
    [
      'a plan that is too low',
      () => refusal(403, 'API tokens need the Professional plan or higher.'),
      'Settings > Plan',
      'plan',
    ],
    [
      'too many requests',
      () => refusal(429, 'Out of quota', { 'Retry-After': '7' }),
      'wait for 7 seconds',
      null,
    ],
    ['a fault of eDesk', () => refusal(500, 'Try again later.'), 'went wrong at eDesk', null],
    ['a lost connection', () => HttpResponse.error(), 'could not be reached', null],
    ['another answer than JSON', () => new Response('hello'), 'not one that eDesk gives', null],
  ])('with %s', async (_what, answer, words, settings) => {
    const { network, key } = await openShipFast()
    network.use(http.get('*/v1/whoami', answer))
    connectWith(key)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain(words)
    expect(status()).toBe('')
    const link = within(alert).queryByRole('link')
    expect(link?.getAttribute('href') ?? null).toBe(settings && `/settings/${settings}`)
    expect(keyField(), 'what was typed stays').toHaveProperty('value', key)
  })

  it('with a key without Sales Orders, at the list', async () => {
    const { key } = await openShipFast({
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'full_access' }),
    })
    connectWith(key)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('no access to Sales Orders')
    expect(alert.textContent).toContain('Full Access to Sales Orders')
    expect(status()).toContain('Connected as')
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined()
  })

  it('with a Read-only key, when it sends, and what was typed stays', async () => {
    await connect({ accessLevel: 'read_only' })
    const { carrier, code } = await fillParcel('NW-1001', 'DHL', '0034')
    send()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('needs Full Access to Sales Orders')
    expect(alert.textContent).toContain('make a new token')
    expect([carrier.value, code.value]).toEqual(['DHL', '0034'])
    expect(numbers()).toContain('NW-1001')
    expect(within(requestLog()).getAllByRole('listitem')[0]?.textContent).toContain('403')
  })
})

describe('a masked key', () => {
  it('is its beginning and its end, and nothing of one that is too short for that', () => {
    expect(masked(`edesk_${'a'.repeat(32)}7Qx2`)).toBe('edesk_…7Qx2')
    expect(masked(`${'a'.repeat(32)}7Qx2`)).toBe('…7Qx2')
    expect(masked('edesk_7Qx2')).toBe('…')
    expect(masked('')).toBe('…')
  })
})
