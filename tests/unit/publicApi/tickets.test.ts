import { describe, expect, it } from 'vitest'

import { type Application, connect, dataOf, inShort } from './application.ts'
import { helpdeskOf } from './helpdeskOf.ts'
import { newOrder } from './orderBodies.ts'

const question = { subject: 'Is it oak?', channel_id: 1, status: 'Open' }

const create = (application: Application, body: object) =>
  application('POST', '/v1/tickets', { body })
const change = (application: Application, body: object, id = 1) =>
  application('PUT', `/v1/tickets/${id}`, { body })
const read = async (application: Application, id: number) =>
  dataOf(await application('GET', `/v1/tickets/${id}`))

describe('a ticket', () => {
  it('has its order in it, the ids of its messages, and the time that is left', async () => {
    const { application } = await connect()
    const order = dataOf(await application('GET', '/v1/sales-orders/1001'))
    expect(await read(application, 1)).toEqual({
      id: 1,
      subject: 'Where is my order?',
      type: 'OrderShippingInquiry',
      channel_id: 1,
      status: 'Open',
      sales_order_id: 1001,
      sales_order: order,
      external_order_id: 'NW-1001',
      created_at: '2026-11-24 06:00:00',
      last_updated_at: '2026-11-24 06:00:00',
      owner_user_id: null,
      custom_fields: [],
      time_left_to_reply: 75_600,
      tags_ids: [1],
      contact_id: 1,
      messages_ids: [1],
      uri: '/tickets/1',
      replies: 0,
      ai_classification: null,
    })
    expect(order).toMatchObject({ id: 1001, ticket_id: 1 })
  })

  it('counts replies, which notes are not, and is without an order where there is none', async () => {
    const { application } = await connect()
    expect(await read(application, 2)).toMatchObject({
      messages_ids: [2, 3, 4],
      replies: 1,
      time_left_to_reply: false,
    })
    expect(await read(application, 5)).toMatchObject({
      sales_order_id: null,
      sales_order: null,
      external_order_id: null,
      time_left_to_reply: -93_600,
    })
  })

  it.each(['Closed', 'Archived', 'Spam'])('that is %s waits for no reply', async (status) => {
    const { application } = await connect()
    await change(application, { status })
    expect(await read(application, 1)).toMatchObject({ status, time_left_to_reply: false })
    await change(application, { status: 'Open' })
    expect(await read(application, 1)).toMatchObject({ time_left_to_reply: 75_600 })
  })
})

describe('a new ticket', () => {
  it('is a query of nobody where nobody is named', async () => {
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

  it('takes null for nothing, and for now', async () => {
    const { application } = await connect()
    const nothing = { sales_order_id: null, contact_id: null }
    const wanted = { ...question, ...nothing, created_at: null }
    expect(dataOf(await create(application, wanted))).toMatchObject({
      ...nothing,
      created_at: '2026-11-24 09:00:00',
    })
  })

  it('about an order is its buyer’s, and the order tells of it', async () => {
    const { application } = await connect()
    const order = newOrder({ seller_order_id: 'NW-2000', contact_id: 4 })
    const { id } = dataOf(await application('POST', '/v1/sales-orders', { body: order })) as {
      id: number
    }
    const wanted = { ...question, sales_order_id: id, created_at: '2026-11-01 10:00:00' }
    expect(dataOf(await create(application, wanted))).toMatchObject({
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

  it('is of the contact that is named, though the order is another’s', async () => {
    const { application } = await connect()
    const wanted = { ...question, sales_order_id: 1001, contact_id: 5 }
    expect(dataOf(await create(application, wanted))).toMatchObject({ contact_id: 5 })
  })

  it('finds its contact by the e-mail address in its channel, or makes one', async () => {
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

  it('does not find another business’s contact by the e-mail address', async () => {
    const { application } = await connect()
    const contact = { email: 'paula.stein@example.com' }
    expect(dataOf(await create(application, { ...question, contact }))).toMatchObject({
      contact_id: 101,
    })
  })

  it('keeps custom fields, the last of each name', async () => {
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
    const before = await helpdeskOf(backend)
    expect(inShort(await create(application, { ...question, ...wrong }))).toBe(refusal)
    expect(await helpdeskOf(backend)).toEqual(before)
  })
})

describe('a change of a ticket', () => {
  it('changes only what is sent, and no time', async () => {
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

  it('ties it to another order and contact of its channel', async () => {
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

  it('unties it with null from its order, its contact and its owner', async () => {
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

  it.each([1, 2, 5])('takes ticket %i as it was read', async (id) => {
    const { application } = await connect()
    const before = await read(application, id)
    expect(dataOf(await change(application, before as object, id))).toEqual(before)
  })

  it('moves it to another channel together with order and contact', async () => {
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
    const before = await helpdeskOf(backend)
    expect(inShort(await change(application, body))).toBe(refusal)
    expect(await helpdeskOf(backend)).toEqual(before)
  })
})

describe('the marks of a ticket', () => {
  async function idsWith(application: Application, mark: string) {
    const answered = await application('GET', `/v1/tickets?filter_status_equals=${mark}`)
    return (dataOf(answered) as { id: number }[]).map(({ id }) => id)
  }

  it.each([
    ['Unread', 'Read', 'Priority'],
    ['Priority', 'Unpriority', 'Unread'],
  ])('are found: %s until it is %s, and %s beside it', async (mark, end, beside) => {
    const { application } = await connect()
    const before = await read(application, 3)
    expect(dataOf(await change(application, { status: beside }, 3))).toEqual(before)
    expect(dataOf(await change(application, { status: mark }, 3))).toEqual(before)
    expect(await idsWith(application, mark)).toContain(3)
    expect(await idsWith(application, end)).not.toContain(3)
    await change(application, { status: 'Closed' }, 3)
    expect(await idsWith(application, mark)).toContain(3)
    const ended = await change(application, { status: end }, 3)
    expect(dataOf(ended)).toMatchObject({ status: 'Closed' })
    expect(await idsWith(application, mark)).not.toContain(3)
    expect(await idsWith(application, end)).toContain(3)
    expect(await idsWith(application, beside)).toContain(3)
  })

  it('say that a customer has written', async () => {
    const { application } = await connect()
    await create(application, question)
    expect(await idsWith(application, 'Unread')).toEqual([1])
    const say = (direction: string) =>
      application('POST', '/v1/messages', {
        body: { ticket_id: 101, type: 'Message', body: 'Oak?', direction },
      })
    await say('Outgoing')
    expect(await idsWith(application, 'Unread')).toEqual([1])
    await say('Incoming')
    await say('Outgoing')
    expect(await idsWith(application, 'Unread')).toEqual([1, 101])
    expect(await read(application, 101)).toMatchObject({ status: 'Open' })
  })
})

describe('the custom fields of a ticket', () => {
  it('are added by name, and get new values under the ids that they have', async () => {
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
    const before = await helpdeskOf(backend)
    expect(inShort(await application('PUT', '/v1/tickets/1/data', { body }))).toBe(refusal)
    expect(await helpdeskOf(backend)).toEqual(before)
  })
})

it('is archived by its deletion, and can still be read and listed', async () => {
  const { application } = await connect()
  expect((await application('DELETE', '/v1/tickets/1')).body).toMatchObject({ ok: true })
  expect(await read(application, 1)).toMatchObject({ status: 'Archived', messages_ids: [1] })
  const { body } = await application('GET', '/v1/tickets?filter_status_equals=Archived')
  expect(body).toMatchObject({ data: [{ id: 1 }] })
  expect(inShort(await application('DELETE', '/v1/tickets/1'))).toBe('200')
})

describe('a list of tickets', () => {
  async function idsOf(application: Application, query: Record<string, string>) {
    const { body } = await application('GET', `/v1/tickets?${new URLSearchParams(query)}`)
    return (body as { data: { id: number }[] }).data.map(({ id }) => id)
  }

  it('tells of each as it is read alone', async () => {
    const { application } = await connect()
    const { body } = await application('GET', '/v1/tickets?page=2&itemsPerPage=1')
    expect(body).toEqual({
      data: [await read(application, 2)],
      paginator: { currentPage: 2, itemsPerPage: 1, totalItemsCount: 6 },
    })
  })

  it.each([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ order_direction: 'desc' }, [6, 5, 4, 3, 2, 1]],
    [{ order_by: 'created_at' }, [6, 4, 5, 3, 2, 1]],
    [{ order_by: 'last_updated_at', order_direction: 'desc' }, [1, 2, 3, 5, 4, 6]],
    [{ filter_contact_id_equals: '3' }, [3]],
    [{ filter_channel_id_equals: '1', order_by: 'created_at' }, [4, 5, 1]],
    [{ filter_channel_id_equals: '21' }, []],
    [{ filter_sales_order_id_equals: '1002' }, [2]],
    [{ filter_sales_order_id_equals: '2001' }, []],
    [{ filter_owner_user_id_equals: '4' }, [3]],
    [{ filter_seller_order_id_equals: 'NW-1004' }, [4]],
    [{ filter_seller_order_id_equals: 'nw' }, []],
    [{ filter_status_equals: 'Open' }, [1, 2, 5]],
    [{ filter_status_equals: 'Unread' }, [1]],
    [{ filter_status_equals: 'Read' }, [2, 3, 4, 5, 6]],
    [{ filter_status_equals: 'Priority' }, []],
    [{ filter_status_equals: 'Unpriority' }, [1, 2, 3, 4, 5, 6]],
    [{ filter_type_equals: 'ProductQuery' }, [4]],
    [{ filter_status_equals: 'Open', filter_channel_id_equals: '1' }, [1, 5]],
    [{ filter_created_at_gte: '2026-11-24' }, [1, 2]],
    [{ filter_created_at_lte: '2026-11-22' }, [4, 5, 6]],
    [{ filter_last_updated_at_gte: '2026-11-23', filter_last_updated_at_lte: '2026-11-23' }, [3]],
    [{ status: 'Closed' }, [1, 2, 3, 4, 5, 6]],
  ])('asked for with %j has %j', async (query, ids) => {
    const { application } = await connect()
    expect(await idsOf(application, query)).toEqual(ids)
  })

  it('of an order is in the order that is asked for, ids deciding between equal times', async () => {
    const { application } = await connect()
    for (const created_at of ['2026-11-03 00:00:00', '2026-11-01 00:00:00', '2026-11-01 00:00:00'])
      await create(application, { ...question, sales_order_id: 1001, created_at })
    const of = (query: Record<string, string>) =>
      idsOf(application, { filter_sales_order_id_equals: '1001', ...query })
    expect(await of({})).toEqual([1, 101, 102, 103])
    expect(await of({ order_by: 'created_at' })).toEqual([102, 103, 101, 1])
    expect(await of({ order_by: 'created_at', order_direction: 'desc' })).toEqual([
      1, 101, 103, 102,
    ])
    expect(await of({ order_direction: 'desc', itemsPerPage: '2', page: '2' })).toEqual([101, 1])
    expect(await of({ filter_created_at_lte: '2026-11-01' })).toEqual([102, 103])
  })

  it('is refused with what is no filter, all at once', async () => {
    const { application } = await connect()
    const query =
      'filter_contact_id_equals=x&filter_status_equals=open&filter_created_at_gte=1&order_by=name'
    expect(inShort(await application('GET', `/v1/tickets?${query}`))).toBe(
      '400 {"order_by":"4007","filter_contact_id_equals":"4005","filter_status_equals":"4007","filter_created_at_gte":"4010"}',
    )
  })
})

it.each([
  ['GET', '', undefined],
  ['PUT', '', { subject: 'Mine' }],
  ['PUT', '/data', { custom_fields: [{ name: 'Mine', value: 'x' }] }],
  ['DELETE', '', undefined],
])('%s %s finds no ticket of another business', async (method, rest, body) => {
  const { backend, application } = await connect()
  const before = await helpdeskOf(backend, 'biz_lantern')
  const sent = body ? { body } : {}
  const theirs = await application(method, `/v1/tickets/21${rest}`, sent)
  expect(theirs.status).toBe(404)
  expect(theirs.body).toEqual((await application(method, `/v1/tickets/99${rest}`, sent)).body)
  expect(await helpdeskOf(backend, 'biz_lantern')).toEqual(before)
})
