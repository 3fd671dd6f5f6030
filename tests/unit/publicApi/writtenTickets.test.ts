import { describe, expect, it } from 'vitest'

import { helpdeskData } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'
import { newOrder } from '../../support/publicApi/orderBodies.ts'
import { change, create, question, read } from '../../support/publicApi/tickets.ts'

describe('a new ticket', () => {
  it('has no contact and no owner by default', async () => {
    const { application } = await connect()
    const made = dataOf(await create(application, question))
    expect(made).toMatchObject({
      id: 101,
      ...question,
      type: 'Query',
      sales_order: null,
      contact_id: null,
      owner_user_id: null,
      created_at: '2026-11-24 09:00:00',
      last_updated_at: '2026-11-24 09:00:00',
      messages_ids: [],
      tags_ids: [],
      replies: 0,
      time_left_to_reply: false,
      uri: '/tickets/101',
    })
    expect(await read(application, 101)).toEqual(made)
  })

  it('accepts null for optional values, and for the current time', async () => {
    const { application } = await connect()
    const nothing = { sales_order_id: null, contact_id: null }
    const input = { ...question, ...nothing, created_at: null }
    expect(dataOf(await create(application, input))).toMatchObject({
      ...nothing,
      created_at: '2026-11-24 09:00:00',
    })
  })

  it('about an order belongs to its buyer, and appears in the order', async () => {
    const { application } = await connect()
    const order = newOrder({ seller_order_id: 'NW-2000', contact_id: 4 })
    const { id } = dataOf(await application('POST', '/v1/sales-orders', { body: order })) as {
      id: number
    }
    const input = { ...question, sales_order_id: id, created_at: '2026-11-01 10:00:00' }
    expect(dataOf(await create(application, input))).toMatchObject({
      type: 'OrderQuery',
      sales_order: { id, ticket_id: 101 },
      external_order_id: 'NW-2000',
      contact_id: 4,
      created_at: '2026-11-01 10:00:00',
      last_updated_at: '2026-11-01 10:00:00',
    })
    expect(dataOf(await application('GET', `/v1/sales-orders/${id}`))).toMatchObject({
      ticket_id: 101,
    })
  })

  it('belongs to the given contact, even if the order has another one', async () => {
    const { application } = await connect()
    const input = { ...question, sales_order_id: 1001, contact_id: 5 }
    expect(dataOf(await create(application, input))).toMatchObject({ contact_id: 5 })
  })

  it('finds its contact by e-mail address in its channel, or creates one', async () => {
    const { application } = await connect()
    const of = (contact: object, channel_id = 1) =>
      create(application, { ...question, channel_id, contact })
    const email = 'Maja.Lindqvist@example.com'
    expect(dataOf(await of({ email, full_name: 'M.' }))).toMatchObject({ contact_id: 1 })
    expect(dataOf(await of({ email }, 2))).toMatchObject({ contact_id: 101 })
    const nell = { email: 'Nell@example.com', full_name: 'Nell Byrne', phone_number: '0123' }
    expect(dataOf(await of(nell))).toMatchObject({ contact_id: 102 })
    expect(dataOf(await of({ email: 'nell@EXAMPLE.com' }))).toMatchObject({ contact_id: 102 })
    expect(dataOf(await application('GET', '/v1/contacts?email=NELL@example.com'))).toEqual([
      {
        id: 102,
        channel_id: 1,
        client_id: 1,
        full_name: 'Nell Byrne',
        phone_number: '0123',
        email: 'nell@example.com',
      },
    ])
    expect(dataOf(await application('GET', '/v1/contacts?consumer_id=1'))).toMatchObject([
      { full_name: 'Maja Lindqvist' },
    ])
  })

  it('does not find a contact of another business by e-mail address', async () => {
    const { application } = await connect()
    const contact = { email: 'paula.stein@example.com' }
    expect(dataOf(await create(application, { ...question, contact }))).toMatchObject({
      contact_id: 101,
    })
  })

  it('stores custom fields, the last one of each name', async () => {
    const { application } = await connect()
    const custom_fields = [
      { name: 'Warehouse', value: 'Galway' },
      { name: '__proto__', value: 'x' },
      { name: 'Warehouse', value: 'Cork' },
    ]
    expect(dataOf(await create(application, { ...question, custom_fields }))).toMatchObject({
      custom_fields: [
        { id: 1, name: 'Warehouse', value: 'Cork' },
        { id: 2, name: '__proto__', value: 'x' },
      ],
    })
  })

  it.each([
    [{ subject: undefined, status: 'Read' }, '400 {"subject":"4001","status":"4007"}'],
    [{ subject: ' ' }, '400 {"subject":"4001"}'],
    [
      { channel_id: 21, sales_order_id: 2001, contact_id: 21 },
      '400 {"channel_id":"4002","contact_id":"4002","sales_order_id":"4002"}',
    ],
    [{ channel_id: 99, sales_order_id: 1001, contact_id: 2 }, '400 {"channel_id":"4002"}'],
    [{ sales_order_id: 1002 }, '400 {"sales_order_id":"4014"}'],
    [{ contact_id: 2 }, '400 {"contact_id":"4015"}'],
    [{ contact_id: 1, contact: { email: 'maja.lindqvist@example.com' } }, '400 {"contact":"4007"}'],
    [{ contact: { email: 'nobody' } }, '400 {"contact.email":"4021"}'],
    [{ created_at: '2026-11-24' }, '400 {"created_at":"4010"}'],
    [{ created_at: 1_764_000_000 }, '400 {"created_at":"4010"}'],
    [
      {
        custom_fields: [
          { name: 'Warehouse', value: 'Galway' },
          { name: '', value: '' },
        ],
      },
      '400 {"custom_fields.1.name":"4001"}',
    ],
    [{ custom_fields: [{ name: 'Boxes', value: 4 }] }, '400 {"custom_fields.0.value":"4018"}'],
  ])('is refused with %j: %s', async (wrong, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await create(application, { ...question, ...wrong }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('changing a ticket', () => {
  it('changes only the sent fields, and no time', async () => {
    const { backend, application } = await connect()
    const before = await read(application, 2)
    backend.clock.set(new Date('2026-11-24T10:00:00Z'))
    const sent = { subject: 'New address', status: 'Pending', owner_user_id: 4 }
    expect(dataOf(await change(application, { ...sent, tag_ids: [2, 1, 2] }, 2))).toEqual({
      ...(before as object),
      ...sent,
      tags_ids: [2, 1],
    })
    expect(dataOf(await change(application, { tag_ids: [] }, 2))).toMatchObject({
      ...sent,
      tags_ids: [],
    })
  })

  it('links it to another order and contact of its channel', async () => {
    const { application } = await connect()
    const sent = { sales_order_id: 1004, contact_id: 4 }
    expect(dataOf(await change(application, sent))).toMatchObject({
      ...sent,
      sales_order: { id: 1004, seller_order_id: 'NW-1004' },
      external_order_id: 'NW-1004',
    })
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toMatchObject({
      ticket_id: null,
    })
  })

  it('removes its order, its contact and its owner with null', async () => {
    const { application } = await connect()
    const sent = { sales_order_id: null, contact_id: null, owner_user_id: null }
    expect(dataOf(await change(application, sent, 2))).toMatchObject({
      ...sent,
      sales_order: null,
      external_order_id: null,
    })
    expect(dataOf(await application('GET', '/v1/sales-orders/1002'))).toMatchObject({
      ticket_id: null,
    })
    const free = { channel_id: 3 }
    expect(dataOf(await change(application, free, 2))).toMatchObject(free)
  })

  it.each([1, 2, 5])('accepts ticket %i as it was read', async (id) => {
    const { application } = await connect()
    const before = await read(application, id)
    expect(dataOf(await change(application, before as object, id))).toEqual(before)
  })

  it('moves it to another channel together with its order and contact', async () => {
    const { application } = await connect()
    const sent = { channel_id: 2, sales_order_id: 1002, contact_id: 2 }
    expect(dataOf(await change(application, sent))).toMatchObject(sent)
  })

  it.each([
    [{ subject: '' }, '400 {"subject":"4001"}'],
    [{ status: 'open' }, '400 {"status":"4007"}'],
    [{ tag_ids: [1, 21, 99] }, '400 {"tag_ids.1":"4002","tag_ids.2":"4002"}'],
    [{ tag_ids: ['1'] }, '400 {"tag_ids.0":"4005"}'],
    [{ owner_user_id: 21 }, '400 {"owner_user_id":"4002"}'],
    [{ channel_id: 21 }, '400 {"channel_id":"4002"}'],
    [{ channel_id: 2 }, '400 {"channel_id":"4014"}'],
    [{ channel_id: 2, sales_order_id: 1002 }, '400 {"channel_id":"4015"}'],
    [{ sales_order_id: 1002 }, '400 {"sales_order_id":"4014"}'],
    [{ sales_order_id: 2001 }, '400 {"sales_order_id":"4002"}'],
    [
      { sales_order_id: 'x', contact_id: [], owner_user_id: {} },
      '400 {"sales_order_id":"4005","contact_id":"4005","owner_user_id":"4005"}',
    ],
    [{ contact_id: 2 }, '400 {"contact_id":"4015"}'],
    [{ contact_id: 21 }, '400 {"contact_id":"4002"}'],
  ])('is refused with %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await change(application, body))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('the custom fields of a ticket', () => {
  it('are added by name, and updated by their existing ids', async () => {
    const { application } = await connect()
    const put = (...custom_fields: object[]) =>
      application('PUT', '/v1/tickets/1/data', { body: { custom_fields } })
    await put({ name: 'Warehouse', value: 'Galway' }, { name: 'Boxes', value: '2' })
    expect(dataOf(await put({ name: 'Boxes', value: '' }))).toMatchObject({
      custom_fields: [
        { id: 1, name: 'Warehouse', value: 'Galway' },
        { id: 2, name: 'Boxes', value: '' },
      ],
    })
    await change(application, { custom_fields: [{ name: 'Rush', value: 'yes' }] })
    expect(await read(application, 1)).toMatchObject({
      custom_fields: [{ id: 1 }, { id: 2 }, { id: 3, name: 'Rush', value: 'yes' }],
    })
  })

  it.each([
    [{}, '400 {"custom_fields":"4001"}'],
    [{ custom_fields: [{ name: ' ', value: 'x' }] }, '400 {"custom_fields.0.name":"4001"}'],
  ])('are refused as %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('PUT', '/v1/tickets/1/data', { body }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})
