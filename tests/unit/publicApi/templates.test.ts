import { describe, expect, it } from 'vitest'

import { helpdeskData, helpdeskOf } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'

const least = {
  name: 'Shipping delay',
  body_text: 'It is on its way.',
  template_usage: 'Manual',
  template_type: ['Consumer'],
  active: true,
}
const asNew = {
  subject: null,
  channels: null,
  query_type: null,
  order_status: null,
  delivery_date: null,
  order_fulfilment: null,
  message_subject: null,
  invoice_attached: false,
  only_use_if_no_replies_yet: false,
  ai_classification: null,
  attachments: [],
}
const files = [
  { name: 'Terms.PDF', url: 'https://files.example.com/terms' },
  { name: 'logo', url: 'https://files.example.com/logo.png' },
]

describe('the templates of a business', () => {
  it('are listed and read one by one, without their creator', async () => {
    const { application } = await connect()
    const { body } = await application('GET', '/v1/templates')
    const one = dataOf(await application('GET', '/v1/templates/1'))
    expect(one).toMatchObject({ id: 1, name: 'Your parcel is on its way', channels: null })
    expect(one).not.toHaveProperty('businessId')
    expect(body).toEqual({
      data: [one],
      paginator: { currentPage: 1, itemsPerPage: 20, totalItemsCount: 1 },
    })
  })
})

describe('a new template', () => {
  it('has only the given values', async () => {
    const { application } = await connect()
    const template = { id: 101, created_at: '2026-11-24 09:00:00', ...least, ...asNew }
    expect(dataOf(await application('POST', '/v1/templates', { body: least }))).toEqual(template)
    expect(dataOf(await application('GET', '/v1/templates/101'))).toEqual(template)
  })

  it('has the given values, and the types of its attachments from their file names', async () => {
    const { application } = await connect()
    const body = {
      ...least,
      subject: 'Your parcel',
      channels: [1, 2],
      query_type: ['OrderQuery'],
      order_status: ['OrderShipped'],
      delivery_date: 'Outside',
      order_fulfilment: ['FBA'],
      message_subject: 'About your parcel',
      invoice_attached: true,
      only_use_if_no_replies_yet: true,
    }
    const sent = {
      ...body,
      ai_classification: { classification: 'WhereOrder' },
      attachments: files,
    }
    expect(dataOf(await application('POST', '/v1/templates', { body: sent }))).toEqual({
      id: 101,
      created_at: '2026-11-24 09:00:00',
      ...body,
      ai_classification: { classification: 'WhereOrder', quick_reply: false },
      attachments: [
        {
          id: 1,
          name: 'Terms.PDF',
          link: 'https://files.example.com/terms',
          mime: 'application/pdf',
        },
        {
          id: 2,
          name: 'logo',
          link: 'https://files.example.com/logo.png',
          mime: 'application/octet-stream',
        },
      ],
    })
  })

  it.each([
    [{ name: undefined, active: undefined }, '400 {"name":"4001","active":"4001"}'],
    [{ name: '', body_text: ' ' }, '400 {"name":"4001","body_text":"4001"}'],
    [{ channels: [1, 21, 99] }, '400 {"channels.1":"4002","channels.2":"4002"}'],
    [{ channels: 1 }, '400 {"channels":"4006"}'],
    [{ template_usage: 'Rule' }, '400 {"template_usage":"4007"}'],
    [{ attachments: [{ name: 'a.png' }] }, '400 {"attachments.0":"4019"}'],
    [
      { attachments: [{ name: '', url: 'https://files.example.com/a' }] },
      '400 {"attachments.0":"4019"}',
    ],
    [{ delete_attachments: [1] }, '400 {"delete_attachments.0":"4002"}'],
  ])('is refused with %j: %s', async (change, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    const body = { ...least, ...change }
    expect(statusAndDetails(await application('POST', '/v1/templates', { body }))).toBe(refusal)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it('is refused after 500 of them', async () => {
    const { backend, application } = await connect()
    await backend.storage.write(async (db) => {
      const one = await db.get('templates', 1)
      if (!one) throw new Error('The data has no template.')
      for (let id = 1001; id < 1499; id += 1) await db.put('templates', { ...one, id })
    })
    expect(statusAndDetails(await application('POST', '/v1/templates', { body: least }))).toBe(
      '200',
    )
    expect(statusAndDetails(await application('POST', '/v1/templates', { body: least }))).toBe(
      '400 {"name":"4016"}',
    )
    expect(statusAndDetails(await application('PUT', '/v1/templates/1', { body: least }))).toBe(
      '200',
    )
  })
})

describe('replacing a template', () => {
  it('resets omitted values, and keeps the creation time', async () => {
    const { backend, application } = await connect()
    const body = { ...least, subject: 'Hello', channels: [3], invoice_attached: true }
    await application('POST', '/v1/templates', { body })
    backend.clock.set(new Date('2026-11-25T09:00:00Z'))
    expect(dataOf(await application('PUT', '/v1/templates/101', { body: least }))).toEqual({
      id: 101,
      created_at: '2026-11-24 09:00:00',
      ...least,
      ...asNew,
    })
  })

  it('adds attachments, and deletes the given ones', async () => {
    const { application } = await connect()
    await application('POST', '/v1/templates', { body: { ...least, attachments: files } })
    const more = [{ name: 'map.svg', url: 'https://files.example.com/map.svg' }]
    const body = { ...least, attachments: more, delete_attachments: [1] }
    expect(dataOf(await application('PUT', '/v1/templates/101', { body }))).toMatchObject({
      attachments: [{ id: 2 }, { id: 3, name: 'map.svg', mime: 'image/svg+xml' }],
    })
    expect(statusAndDetails(await application('PUT', '/v1/templates/101', { body }))).toBe(
      '400 {"delete_attachments.0":"4002"}',
    )
  })

  it('needs the same values as a new template', async () => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    const body = { name: 'Mine', channels: [21] }
    expect(statusAndDetails(await application('PUT', '/v1/templates/1', { body }))).toBe(
      '400 {"body_text":"4001","template_usage":"4001","template_type":"4001","active":"4001"}',
    )
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

it('fails after the template was deleted', async () => {
  const { application } = await connect()
  expect((await application('DELETE', '/v1/templates/1')).body).toMatchObject({ ok: true })
  expect(statusAndDetails(await application('GET', '/v1/templates/1'))).toMatch(/^404/)
})

it.each([
  ['GET', undefined],
  ['PUT', least],
  ['DELETE', undefined],
])('%s finds no template of another business', async (method, body) => {
  const { backend, application } = await connect()
  const before = helpdeskOf(backend.storage, 'biz_lantern')
  const sent = body ? { body } : {}
  const theirs = await application(method, '/v1/templates/21', sent)
  expect(theirs.status).toBe(404)
  expect(theirs.body).toEqual((await application(method, '/v1/templates/99', sent)).body)
  expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
})
