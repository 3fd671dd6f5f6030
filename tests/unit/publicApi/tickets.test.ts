import { describe, expect, it } from 'vitest'

import { helpdeskOf } from '../../support/helpdesk.ts'
import {
  type Application,
  connect,
  dataOf,
  statusAndDetails,
} from '../../support/publicApi/application.ts'
import { change, create, question, read } from '../../support/publicApi/tickets.ts'

describe('a ticket', () => {
  it('includes its order, the ids of its messages and the remaining time', async () => {
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

  it('counts replies but not notes, and has no order if there is none', async () => {
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

describe('the filters for marked tickets', () => {
  async function idsWith(application: Application, mark: string) {
    const response = await application('GET', `/v1/tickets?filter_status_equals=${mark}`)
    return (dataOf(response) as { id: number }[]).map(({ id }) => id)
  }

  it.each([
    ['Unread', 'Read', 'Priority'],
    ['Priority', 'Unpriority', 'Unread'],
  ])('find %s until it is %s, and %s in addition', async (mark, end, beside) => {
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

  it('find tickets with a new message from a customer', async () => {
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

it('deleting a ticket archives it; it can still be read and listed', async () => {
  const { application } = await connect()
  expect((await application('DELETE', '/v1/tickets/1')).body).toMatchObject({ ok: true })
  expect(await read(application, 1)).toMatchObject({ status: 'Archived', messages_ids: [1] })
  const { body } = await application('GET', '/v1/tickets?filter_status_equals=Archived')
  expect(body).toMatchObject({ data: [{ id: 1 }] })
  expect(statusAndDetails(await application('DELETE', '/v1/tickets/1'))).toBe('200')
})

it.each([
  ['GET', '', undefined],
  ['PUT', '', { subject: 'Mine' }],
  ['PUT', '/data', { custom_fields: [{ name: 'Mine', value: 'x' }] }],
  ['DELETE', '', undefined],
])('%s %s finds no ticket of another business', async (method, rest, body) => {
  const { backend, application } = await connect()
  const before = helpdeskOf(backend.storage, 'biz_lantern')
  const sent = body ? { body } : {}
  const theirs = await application(method, `/v1/tickets/21${rest}`, sent)
  expect(theirs.status).toBe(404)
  expect(theirs.body).toEqual((await application(method, `/v1/tickets/99${rest}`, sent)).body)
  expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
})
