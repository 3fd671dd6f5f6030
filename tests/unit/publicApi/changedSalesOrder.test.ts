import { describe, expect, it } from 'vitest'

import { helpdeskData } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'
import { address, newOrder } from '../../support/publicApi/orderBodies.ts'

const later = new Date('2026-11-24T10:00:00Z')
const board = {
  id: 1,
  sku: 'OAK-BRD-L',
  title: 'Oak serving board, second choice',
  quantity: 2,
  item_amount: 20,
  shipping_amount: 0,
}

describe('changing a sales order', () => {
  it('changes only the sent fields', async () => {
    const { backend, application } = await connect()
    const before = dataOf(await application('GET', '/v1/sales-orders/1001')) as object
    backend.clock.set(later)
    const response = await application('PUT', '/v1/sales-orders/1001', {
      body: { status: 'Hold', seller_order_id: 'ignored', contact: { email: 'ignored' } },
    })
    const changed = { ...before, status: 'Hold' }
    expect(dataOf(response)).toEqual(changed)
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toEqual(changed)
  })

  // The order was last updated at 2026-11-21 11:00:00, when it was placed. It is paid and waits for dispatch.
  it.each([
    ['nothing', {}, '2026-11-21 11:00:00'],
    ['the same status', { status: 'PaymentReceived' }, '2026-11-21 11:00:00'],
    ['a status that is not an event', { status: 'Hold' }, '2026-11-21 11:00:00'],
    ['its content', { shipping_amount: 9, delivery_type: 'NextDay' }, '2026-11-21 11:00:00'],
    ['its dispatch', { status: 'OrderShipped' }, '2026-11-24 10:00:00'],
    ['its cancellation', { status: 'Canceled' }, '2026-11-24 10:00:00'],
    ['when it was sent', { order_shipped_at: '2026-11-22 08:00:00' }, '2026-11-22 08:00:00'],
    [
      'when it was sent, too early',
      { order_shipped_at: '2020-01-01 08:00:00' },
      '2026-11-21 11:00:00',
    ],
    ['when it was ordered', { order_created_at: '2026-11-20 08:00:00' }, '2026-11-20 08:00:00'],
    [
      'its dispatch, announced',
      { status: 'OrderShipped', order_shipped_at: '2026-11-24 18:00:00' },
      '2026-11-24 18:00:00',
    ],
  ])('with %s sets the last update: %j, %s', async (_what, body, last_updated_at) => {
    const { backend, application } = await connect()
    backend.clock.set(later)
    const response = await application('PUT', '/v1/sales-orders/1001', { body })
    expect(dataOf(response)).toMatchObject({ last_updated_at })
  })

  it('keeps the time of the last event if the new status is not an event', async () => {
    const { backend, application } = await connect()
    const change = (body: object) => application('PUT', '/v1/sales-orders/1001', { body })
    await change({ status: 'PaymentAccepted' })
    backend.clock.set(later)
    const held = await change({ status: 'Hold', order_created_at: null, order_shipped_at: null })
    expect(dataOf(held)).toMatchObject({ last_updated_at: '2026-11-24 09:00:00' })
  })

  it('updates the order in its ticket', async () => {
    const { application } = await connect()
    await application('PUT', '/v1/sales-orders/1001', { body: { status: 'InTransit' } })
    expect(dataOf(await application('GET', '/v1/tickets/1'))).toMatchObject({
      sales_order: { id: 1001, status: 'InTransit' },
    })
  })

  it('updates the given items, and keeps the others', async () => {
    const { application } = await connect()
    const before = dataOf(await application('GET', '/v1/sales-orders/1001')) as {
      order_items: object[]
    }
    const body = { order_items: [{ ...board, weight: '850' }], shipping_amount: 5.005 }
    expect(dataOf(await application('PUT', '/v1/sales-orders/1001', { body }))).toMatchObject({
      order_items: [
        {
          id: 1,
          product: { title: board.title, price: 20, weight: 850, brand: 'Northwind' },
          quantity: 2,
          end_price: 20,
        },
        before.order_items[1],
      ],
      shipping_amount: 5.005,
      total_amount: 59.01,
    })
  })

  it('applies a new currency to every product', async () => {
    const { application } = await connect()
    const body = { currency: 'SEK' }
    expect(dataOf(await application('PUT', '/v1/sales-orders/1001', { body }))).toMatchObject({
      order_items: [{ product: { currency: 'SEK' } }, { product: { currency: 'SEK' } }],
    })
  })

  it('keeps delivery dates that are not sent, and removes those that are null', async () => {
    const { application } = await connect()
    const change = (body: object) => application('PUT', '/v1/sales-orders/1003', { body })
    const from = '2026-11-25 08:00:00'
    await change({ sales_order_delivery_dates: { expected_delivery_from: from } })
    const to = '2026-11-26 18:00:00'
    const body = { sales_order_delivery_dates: { expected_delivery_to: to } }
    expect(dataOf(await change({ ...body, order_shipped_at: null }))).toMatchObject({
      sales_order_delivery_dates: { expected_delivery_from: from, expected_delivery_to: to },
      order_shipped_at: null,
      order_created_at: '2026-11-19 09:00:00',
    })
  })

  it('accepts null for optional values, and removes them', async () => {
    const { application } = await connect()
    const change = (body: object) => application('PUT', '/v1/sales-orders/1003', { body })
    await change({
      bill_to: address({ line_2: 'Flat 3' }),
      delivery_type: 'NextDay',
      sales_order_delivery_dates: { expected_delivery_from: '2026-11-25 08:00:00' },
    })
    const link = { tracking_link: 'https://www.example.com/1', tracking_carrier_name: '' }
    const body = { tracking_links: [link] }
    await application('POST', '/v1/sales-orders-tracking-links/1003', { body })
    const nothing = { bill_to: null, delivery_type: null, sales_order_delivery_dates: null }
    const response = await change({ ...nothing, tracking_codes: null })
    expect(dataOf(response)).toMatchObject({
      ...nothing,
      tracking_codes: [{ tracking_code: '', ...link }],
    })
  })

  it.each([1001, 1002, 1003, 1004])('accepts order %i as it was read', async (id) => {
    const { application } = await connect()
    const path = `/v1/sales-orders/${id}`
    const { order_items, ...read } = dataOf(await application('GET', path)) as {
      order_items: { id: number; product: object; quantity: number; end_price: number }[]
    }
    const items = order_items.map(({ product, end_price: item_amount, ...item }) => ({
      ...product,
      ...item,
      item_amount,
      shipping_amount: 0,
      product_image_url: undefined,
    }))
    const response = await application('PUT', path, { body: { ...read, order_items: items } })
    expect(dataOf(response)).toEqual({ ...read, order_items })
  })

  it('moves an order to another channel together with its contact', async () => {
    const { application } = await connect()
    await application('POST', '/v1/sales-orders', { body: newOrder() })
    const body = { channel_id: 2, contact_id: 6 }
    expect(dataOf(await application('PUT', '/v1/sales-orders/3001', { body }))).toMatchObject(body)
  })

  it('keeps the id of an existing custom field', async () => {
    const { application } = await connect()
    const change = (custom_fields: object[]) =>
      application('PUT', '/v1/sales-orders/1001', { body: { custom_fields } })
    await change([{ name: 'Gift', value: 'yes' }])
    const fields = [
      { name: 'Gift', value: 'no' },
      { name: 'Weight', value: '2' },
    ]
    expect(dataOf(await change(fields))).toMatchObject({
      custom_fields: [
        { id: 1, name: 'Gift', value: 'no' },
        { id: 2, name: 'Weight', value: '2' },
      ],
    })
  })

  it.each([
    [{ order_items: [] }, '{"order_items":"4001"}'],
    [{ order_items: [{ ...board, id: 3 }] }, '{"order_items.0.id":"4017"}'],
    [{ order_items: [board, { ...board, id: 21 }] }, '{"order_items.1.id":"4017"}'],
    [{ order_items: [{ ...board, quantity: 0 }] }, '{"order_items.0.quantity":"4007"}'],
    [{ order_items: [{ ...board, weight: '1 kg' }] }, '{"order_items.0.weight":"4005"}'],
    [{ order_items: [{ ...board, weight: '9'.repeat(20) }] }, '{"order_items.0.weight":"4007"}'],
    [{ channel_id: 21 }, '{"channel_id":"4002"}'],
    [{ channel_id: 21, contact_id: 21 }, '{"channel_id":"4002","contact_id":"4002"}'],
    [{ channel_id: 2 }, '{"channel_id":"4014"}'],
    [{ channel_id: 2, contact_id: 2 }, '{"channel_id":"4014"}'],
    [{ channel_id: 2, contact_id: 4 }, '{"contact_id":"4015","channel_id":"4014"}'],
    [{ contact_id: 2 }, '{"contact_id":"4015"}'],
    [{ contact_id: 21 }, '{"contact_id":"4002"}'],
    [{ currency: '' }, '{"currency":"4001"}'],
    [{ bill_to: { name: 'x' } }, '{"bill_to.line_1":"4001","bill_to.city":"4001",'],
    [
      { order_shipped_at: 1_764_000_000, sales_order_delivery_dates: { expected_delivery_to: [] } },
      '{"sales_order_delivery_dates.expected_delivery_to":"4010","order_shipped_at":"4010"}',
    ],
    [
      { bill_to: 'x', tracking_codes: {}, sales_order_delivery_dates: [], delivery_type: 1 },
      '{"bill_to":"4007","tracking_codes":"4006","sales_order_delivery_dates":"4007","delivery_type":"4008"}',
    ],
    [
      { ship_to: { ...address(), line_2: 2, state: [] }, bill_to: { ...address(), name: null } },
      '{"ship_to.line_2":"4008","ship_to.state":"4008","bill_to.name":"4008"}',
    ],
    [{ ship_to: null }, '{"ship_to":"4007"}'],
    [{ status: 'hold', delivery_type: 'Slow' }, '{"status":"4007","delivery_type":"4007"}'],
  ])('is refused with %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    const response = await application('PUT', '/v1/sales-orders/1001', { body })
    expect(statusAndDetails(response)).toContain(`400 ${refusal}`)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it('is refused if the other channel has an order with this number', async () => {
    const { application } = await connect()
    const twin = newOrder({ channel_id: 2, contact_id: 2 })
    await application('POST', '/v1/sales-orders', { body: newOrder() })
    await application('POST', '/v1/sales-orders', { body: twin })
    const body = { channel_id: 2, contact_id: 2 }
    const response = await application('PUT', '/v1/sales-orders/3001', { body })
    expect(statusAndDetails(response)).toBe('400 {"channel_id":"4003"}')
  })

  it('is refused if its contact would stay in the other channel', async () => {
    const { application } = await connect()
    await application('POST', '/v1/sales-orders', { body: newOrder() })
    const response = await application('PUT', '/v1/sales-orders/3001', { body: { channel_id: 2 } })
    expect(statusAndDetails(response)).toBe('400 {"channel_id":"4015"}')
  })
})
