import { describe, expect, it } from 'vitest'

import { helpdeskData, helpdeskOf } from '../../support/helpdesk.ts'
import {
  type Application,
  connect,
  dataOf,
  statusAndDetails,
} from '../../support/publicApi/application.ts'

const text = { ticket_id: 1, type: 'Message', body: 'It left us today.' }
const note = { ticket_id: 1, type: 'Note', body: 'Call her in the afternoon.' }

const write = (application: Application, body: object) =>
  application('POST', '/v1/messages', { body })
const ticketOf = async (application: Application, id = 1) =>
  dataOf(await application('GET', `/v1/tickets/${id}`))

describe('a message', () => {
  it('has the user or the contact who wrote it', async () => {
    const { application } = await connect()
    expect(dataOf(await application('GET', '/v1/messages/3'))).toEqual({
      id: 3,
      external_id: null,
      subject: '',
      created_at: '2026-11-24 01:30:00',
      from_consumer_id: null,
      from_user: {
        id: 2,
        name: 'Sam Rivera',
        email: 'agent@example.com',
        active: true,
        username: 'agent@example.com',
        role: 'agent',
      },
      type: 'Message',
      attachments: [],
      direction: 'Outgoing',
      body: 'Not at all, Tom. Send us the new one, and we change it before the parcel leaves.',
      errors: [],
      ticket_id: 2,
    })
    expect(dataOf(await application('GET', '/v1/messages/1'))).toMatchObject({
      from_consumer_id: 1,
      from_user: null,
      direction: 'Incoming',
    })
  })
})

describe('a new message', () => {
  it('is sent by the creator of the token, and is the last one of the ticket', async () => {
    const { application } = await connect()
    const made = dataOf(await write(application, text))
    expect(made).toMatchObject({
      id: 101,
      subject: '',
      created_at: '2026-11-24 09:00:00',
      from_consumer_id: null,
      from_user: { id: 1 },
      type: 'Message',
      direction: 'Outgoing',
      body: 'It left us today.',
      ticket_id: 1,
    })
    expect(dataOf(await application('GET', '/v1/messages/101'))).toEqual(made)
    expect(await ticketOf(application)).toMatchObject({
      last_updated_at: '2026-11-24 09:00:00',
      messages_ids: [1, 101],
      replies: 1,
      time_left_to_reply: false,
    })
  })

  it("can be an agent's internal note, which does not count as a reply", async () => {
    const { application } = await connect()
    expect(dataOf(await write(application, note))).toMatchObject({
      type: 'Note',
      direction: 'Other',
      from_consumer_id: null,
      from_user: { id: 1 },
    })
    expect(await ticketOf(application)).toMatchObject({ replies: 0, time_left_to_reply: 75_600 })
  })

  it("can come from the ticket's contact", async () => {
    const { application } = await connect()
    const body = { ...text, direction: 'Incoming', subject: 'Again' }
    expect(dataOf(await write(application, body))).toMatchObject({
      direction: 'Incoming',
      subject: 'Again',
      from_consumer_id: 1,
      from_user: null,
    })
    expect(await ticketOf(application)).toMatchObject({ time_left_to_reply: 86_400 })
  })

  it("accepts the ticket's number as a text, and null for optional values", async () => {
    const { application } = await connect()
    const body = { ...text, ticket_id: '0001', created_at: null, attachments: null, send: null }
    expect(dataOf(await write(application, body))).toMatchObject({
      ticket_id: 1,
      created_at: '2026-11-24 09:00:00',
      attachments: [],
    })
  })

  it("is inserted by its time, and never moves the ticket's last update back", async () => {
    const { application } = await connect()
    await write(application, { ...text, created_at: '2026-11-20 08:00:00' })
    expect(await ticketOf(application)).toMatchObject({
      messages_ids: [101, 1],
      last_updated_at: '2026-11-24 06:00:00',
    })
  })

  it('never sets the last update of a ticket before its creation', async () => {
    const { application } = await connect()
    const ticket = { subject: 'Imported', channel_id: 1, status: 'Open' }
    await application('POST', '/v1/tickets', { body: ticket })
    await write(application, { ...text, ticket_id: 101, created_at: '2020-02-29 08:00:00' })
    expect(await ticketOf(application, 101)).toMatchObject({
      created_at: '2026-11-24 09:00:00',
      last_updated_at: '2026-11-24 09:00:00',
    })
  })

  it('stores its files with name, type and path', async () => {
    const { application } = await connect()
    const attachments = [
      { name: 'parcel.JPEG', url: 'https://files.example.com/1' },
      { name: 'notes', url: 'https://files.example.com/2' },
    ]
    expect(dataOf(await write(application, { ...text, attachments }))).toMatchObject({
      attachments: [
        { id: 1, name: 'parcel.JPEG', link: '/crm/view/attachment/1', mime: 'image/jpeg' },
        { id: 2, name: 'notes', link: '/crm/view/attachment/2', mime: 'application/octet-stream' },
      ],
    })
  })

  it.each([
    [3, 'Pending', 'Incoming', 'Open'],
    [4, 'Closed', 'Incoming', 'Open'],
    [4, 'Closed', 'Outgoing', 'Closed'],
    [4, 'Archived', 'Incoming', 'Archived'],
    [4, 'Spam', 'Incoming', 'Spam'],
  ])('in ticket %i, which is %s, %s, leaves it %s', async (id, before, direction, after) => {
    const { application } = await connect()
    await application('PUT', `/v1/tickets/${id}`, { body: { status: before } })
    await write(application, { ...text, ticket_id: id, direction })
    expect(await ticketOf(application, id)).toMatchObject({ status: after })
  })

  it.each([
    [{ ticket_id: 21, body: '\n' }, '400 {"ticket_id":"4002","body":"4001"}'],
    [{ ticket_id: '99999999999999999999' }, '400 {"ticket_id":"4002"}'],
    [{ ticket_id: 0 }, '400 {"ticket_id":"4002"}'],
    [{ ticket_id: 'one' }, '400 {"ticket_id":"4005"}'],
    [{ type: 'Status' }, '400 {"type":"4007"}'],
    [{ body: undefined }, '400 {"body":"4001"}'],
    [{ body: 'x'.repeat(65_536) }, '400 {"body":"4020"}'],
    [{ created_at: '2026-02-30 10:00:00' }, '400 {"created_at":"4010"}'],
    [{ direction: 'Other' }, '400 {"direction":"4007"}'],
    [{ attachments: [{ url: 'https://files.example.com/1' }] }, '400 {"attachments.0":"4019"}'],
    [
      { attachments: [{ name: ' ', url: 'https://files.example.com/1' }] },
      '400 {"attachments.0":"4019"}',
    ],
  ])('is refused with %j: %s', async (change, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await write(application, { ...text, ...change }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('changing a note', () => {
  it('changes the sent fields, and ignores null', async () => {
    const { application } = await connect()
    const put = (body: object) => application('PUT', '/v1/messages/4', { body })
    expect(dataOf(await put({ type: 'Note', body: 'Wait.', subject: 'Address' }))).toMatchObject({
      body: 'Wait.',
      subject: 'Address',
      created_at: '2026-11-24 02:00:00',
      from_user: { id: 4 },
    })
    await put({ body: null, subject: null })
    await put({ subject: '' })
    expect(dataOf(await application('GET', '/v1/messages/4'))).toMatchObject({
      body: 'Wait.',
      subject: '',
    })
  })

  it.each([
    [1, { body: 'Never mind.' }, '400 {"type":"4007"}'],
    [3, { body: ' ' }, '400 {"type":"4007","body":"4001"}'],
    [4, { body: '' }, '400 {"body":"4001"}'],
    [4, { type: 'Message', body: 'Sent after all' }, '400 {"type":"4007"}'],
  ])('is refused for message %i with %j: %s', async (id, body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('PUT', `/v1/messages/${id}`, { body }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('deleting a message', () => {
  it('removes it from the ticket, whose last update becomes an earlier one', async () => {
    const { application } = await connect()
    expect((await application('DELETE', '/v1/messages/4')).body).toMatchObject({ ok: true })
    expect(statusAndDetails(await application('GET', '/v1/messages/4'))).toMatch(/^404/)
    expect(await ticketOf(application, 2)).toMatchObject({
      messages_ids: [2, 3],
      last_updated_at: '2026-11-24 01:30:00',
    })
    await application('DELETE', '/v1/messages/3')
    await application('DELETE', '/v1/messages/2')
    expect(await ticketOf(application, 2)).toMatchObject({
      messages_ids: [],
      last_updated_at: '2026-11-24 00:00:00',
      time_left_to_reply: false,
    })
  })
})

it.each([
  ['GET', undefined],
  ['PUT', { body: 'Mine' }],
  ['DELETE', undefined],
])('%s finds no message of another business', async (method, body) => {
  const { backend, application } = await connect()
  const before = helpdeskOf(backend.storage, 'biz_lantern')
  const sent = body ? { body } : {}
  const theirs = await application(method, '/v1/messages/21', sent)
  expect(theirs.status).toBe(404)
  expect(theirs.body).toEqual((await application(method, '/v1/messages/99', sent)).body)
  expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
})
