import { describe, expect, it } from 'vitest'

import { helpdeskData } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'
import { address, newItem, newOrder } from '../../support/publicApi/orderBodies.ts'

describe('a new sales order', () => {
  it('is listed immediately, with empty defaults', async () => {
    const { application } = await connect()
    const made = await application('POST', '/v1/sales-orders', { body: newOrder() })
    expect(made.body).toEqual({
      data: {
        id: 3001,
        channel_id: 1,
        seller_order_id: 'NW-1005',
        status: 'OrderReceived',
        order_items: [
          {
            id: 101,
            product: {
              id: 101,
              sku: 'OAK-BRD-S',
              title: 'Oak board, small',
              brand: '',
              dimensions: null,
              weight: 0,
              product_image_url: '',
              marketplace_link: '',
              price: 19.9,
              currency: 'EUR',
            },
            quantity: 1,
            end_price: 19.9,
          },
        ],
        shipping_amount: 4.5,
        total_amount: 24.4,
        ship_to: {
          name: 'Maja Lindqvist',
          line_1: '12 Harbour Street',
          line_2: null,
          city: 'Galway',
          state: null,
          county: null,
          country: 'IE',
          postcode: 'H91 X2C3',
          country_name: 'Ireland',
        },
        bill_to: null,
        contact_id: 1,
        tracking_codes: null,
        created_at: '2026-11-24 09:00:00',
        last_updated_at: '2026-11-24 09:00:00',
        ticket_id: null,
        order_notes_id: null,
        sales_order_delivery_dates: null,
        order_created_at: null,
        order_shipped_at: null,
        delivery_type: null,
        custom_fields: [],
      },
    })
    expect((await application('GET', '/v1/sales-orders/3001')).body).toEqual(made.body)
    expect(dataOf(await application('GET', '/v1/sales-orders?filter_id_gte=3000'))).toEqual([
      dataOf(made),
    ])
  })

  it('stores all given values', async () => {
    const { application } = await connect()
    const product = {
      product_image_url: 'https://www.example.com/board.jpg',
      brand: 'Northwind',
      dimensions: '2x40x20',
      weight: 850.5,
    }
    const body = newOrder({
      currency: 'SEK',
      order_items: [newItem(product), newItem({ quantity: 3, item_amount: 0.1 })],
      ship_to: address({ line_2: 'Flat 3', state: 'Connacht', county: 'Galway' }),
      bill_to: address({ country: 'SE' }),
      tracking_codes: [{ tracking_code: 'CE1', tracking_carrier_name: 'An Post' }],
      sales_order_delivery_dates: { expected_delivery_from: '2026-11-30 08:00:00' },
      order_created_at: '2026-11-20 10:00:00',
      order_shipped_at: '2026-11-21 10:00:00',
      delivery_type: 'NextDay',
      custom_fields: [{ name: 'Gift', value: 'yes' }],
    })
    const order = dataOf(await application('POST', '/v1/sales-orders', { body }))
    expect(order).toMatchObject({
      order_items: [
        { id: 101, product: { ...product, currency: 'SEK' } },
        { id: 102, product: { price: 0.1, currency: 'SEK' }, quantity: 3, end_price: 0.1 },
      ],
      total_amount: 24.7,
      ship_to: { ...body.ship_to, country_name: 'Ireland' },
      bill_to: { country: 'SE', country_name: 'Sweden', line_2: null, state: null, county: null },
      tracking_codes: [
        { tracking_code: 'CE1', tracking_link: '', tracking_carrier_name: 'An Post' },
      ],
      sales_order_delivery_dates: {
        expected_delivery_from: '2026-11-30 08:00:00',
        expected_delivery_to: null,
      },
      order_created_at: '2026-11-20 10:00:00',
      order_shipped_at: '2026-11-21 10:00:00',
      delivery_type: 'NextDay',
      custom_fields: [{ id: 1, name: 'Gift', value: 'yes' }],
    })
  })

  it('has the time of its latest event as its last update', async () => {
    const { application } = await connect()
    const body = newOrder({
      order_created_at: '2026-11-20 10:00:00',
      order_shipped_at: '2026-11-19 10:00:00',
    })
    expect(dataOf(await application('POST', '/v1/sales-orders', { body }))).toMatchObject({
      created_at: '2026-11-24 09:00:00',
      last_updated_at: '2026-11-20 10:00:00',
    })
  })

  it('is placed now if no time is given', async () => {
    const { application } = await connect()
    const body = newOrder({ status: 'OrderShipped', order_shipped_at: '2026-11-19 10:00:00' })
    expect(dataOf(await application('POST', '/v1/sales-orders', { body }))).toMatchObject({
      last_updated_at: '2026-11-24 09:00:00',
    })
  })

  it('accepts null for optional values', async () => {
    const { application } = await connect()
    const nothing = {
      bill_to: null,
      tracking_codes: null,
      sales_order_delivery_dates: null,
      order_created_at: null,
      order_shipped_at: null,
      delivery_type: null,
    }
    const nowhere = { line_2: null, state: null, county: null }
    const body = newOrder({ ...nothing, ship_to: address(nowhere) })
    expect(dataOf(await application('POST', '/v1/sales-orders', { body }))).toMatchObject({
      ...nothing,
      ship_to: nowhere,
    })
  })

  it('uses the code of an unknown country as its name', async () => {
    const { application } = await connect()
    const body = newOrder({ ship_to: address({ country: 'QQ' }) })
    expect(dataOf(await application('POST', '/v1/sales-orders', { body }))).toMatchObject({
      ship_to: { country: 'QQ', country_name: 'QQ' },
    })
  })

  it('can have a number of another channel or business', async () => {
    const { application } = await connect()
    const other = newOrder({ channel_id: 2, contact_id: 2, seller_order_id: 'NW-1001' })
    expect(statusAndDetails(await application('POST', '/v1/sales-orders', { body: other }))).toBe(
      '200',
    )
    const lantern = newOrder({ seller_order_id: 'LL-2001' })
    expect(statusAndDetails(await application('POST', '/v1/sales-orders', { body: lantern }))).toBe(
      '200',
    )
  })

  it('gets its number only once, also in parallel requests', async () => {
    const { application } = await connect()
    const create = () => application('POST', '/v1/sales-orders', { body: newOrder() })
    const responses = await Promise.all([create(), create()])
    expect(responses.map(statusAndDetails)).toEqual(['200', '400 {"seller_order_id":"4003"}'])
  })

  it('finds the contact of its channel by e-mail address, in any letter case', async () => {
    const { application } = await connect()
    const contact = { email: 'Maja.LINDQVIST@example.com', full_name: 'Somebody' }
    const made = await application('POST', '/v1/sales-orders', { body: newOrder({ contact }) })
    expect(dataOf(made)).toMatchObject({ contact_id: 1 })
    const elsewhere = newOrder({ contact, channel_id: 2 })
    const second = await application('POST', '/v1/sales-orders', { body: elsewhere })
    expect(dataOf(second)).toMatchObject({ contact_id: 101 })
  })

  it('creates an unknown contact', async () => {
    const { application } = await connect()
    const contact = { email: 'lena@example.com', full_name: 'Lena Holm', phone_number: '1' }
    await application('POST', '/v1/sales-orders', { body: newOrder({ contact }) })
    const found = await application('GET', '/v1/contacts?email=lena@example.com')
    expect(dataOf(found)).toEqual([{ id: 101, channel_id: 1, client_id: 1, ...contact }])
  })

  it.each([
    [{ seller_order_id: 'NW-1001' }, '{"seller_order_id":"4003"}'],
    [{ seller_order_id: ' ' }, '{"seller_order_id":"4001"}'],
    [{ channel_id: 21 }, '{"channel_id":"4002"}'],
    [{ channel_id: 1e300 }, '{"channel_id":"4002"}'],
    [{ contact_id: 21 }, '{"contact_id":"4002"}'],
    [{ contact_id: -1 }, '{"contact_id":"4002"}'],
    [{ contact_id: 2 }, '{"contact_id":"4015"}'],
    [{ contact_id: 1, contact: { email: 'lena@example.com' } }, '{"contact":"4007"}'],
    [{ contact: { email: 'nobody' } }, '{"contact.email":"4021"}'],
    [{ order_items: [] }, '{"order_items":"4001"}'],
    [{ order_items: [newItem({ quantity: 0 })] }, '{"order_items.0.quantity":"4007"}'],
    [{ order_items: [newItem({ quantity: -2 })] }, '{"order_items.0.quantity":"4007"}'],
    [{ order_items: [newItem({ quantity: 1e300 })] }, '{"order_items.0.quantity":"4007"}'],
    [{ order_items: [newItem({ quantity: 1.5 })] }, '{"order_items.0.quantity":"4005"}'],
    [{ order_items: [newItem({ item_amount: 1e300 })] }, '{"order_items.0.item_amount":"4007"}'],
    [
      { order_items: [newItem(), newItem({ sku: '', title: ' ' })] },
      '{"order_items.1.sku":"4001","order_items.1.title":"4001"}',
    ],
    [
      { order_items: [newItem({ product_image_url: 'board.jpg' })] },
      '{"order_items.0.product_image_url":"4012"}',
    ],
    [{ shipping_amount: -1e10 }, '{"shipping_amount":"4007"}'],
    [{ currency: ' ' }, '{"currency":"4001"}'],
    [{ currency: 'E1' }, '{"currency":"4007"}'],
    [{ ship_to: address({ country: '1!' }) }, '{"ship_to.country":"4007"}'],
    [
      { bill_to: address({ country: '', city: ' ' }) },
      '{"bill_to.country":"4001","bill_to.city":"4001"}',
    ],
    [{ order_created_at: '2026-02-30 10:00:00' }, '{"order_created_at":"4010"}'],
    [{ order_created_at: '' }, '{"order_created_at":"4010"}'],
    [{ custom_fields: [{ name: '', value: 'x' }] }, '{"custom_fields.0.name":"4001"}'],
    [
      { tracking_codes: [{ tracking_code: "''", tracking_carrier_name: '' }] },
      '{"tracking_codes.0.tracking_code":"4001","tracking_codes.0.tracking_carrier_name":"4001"}',
    ],
    [
      { channel_id: 99, contact_id: 99, order_items: [], currency: '' },
      '{"currency":"4001","order_items":"4001","channel_id":"4002","contact_id":"4002"}',
    ],
  ])('is refused with %j: %s', async (fields, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    const response = await application('POST', '/v1/sales-orders', { body: newOrder(fields) })
    expect(statusAndDetails(response)).toBe(`400 ${refusal}`)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it('is refused without a delivery address', async () => {
    const { application } = await connect()
    const { ship_to: _shipTo, ...nowhere } = newOrder()
    const response = await application('POST', '/v1/sales-orders', { body: nowhere })
    expect(statusAndDetails(response)).toBe('400 {"ship_to":"4001"}')
  })

  it('refuses a number that is infinite once parsed', async () => {
    const { application } = await connect()
    const body = JSON.stringify(newOrder()).replace('19.9', '1e999')
    const response = await application('POST', '/v1/sales-orders', { body })
    expect(statusAndDetails(response)).toBe('400 {"order_items.0.item_amount":"4007"}')
  })
})
