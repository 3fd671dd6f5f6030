import { describe, expect, it } from 'vitest'

import { helpdeskData, helpdeskOf } from '../../support/helpdesk.ts'
import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'

const present = {
  id: 1,
  sales_order_id: 1001,
  user: {
    id: 2,
    name: 'Sam Rivera',
    email: 'agent@example.com',
    active: true,
    username: 'agent@example.com',
    role: 'agent',
  },
  text: 'A present: please no invoice in the parcel.',
  attachments: [],
  created_at: '2026-11-21 13:00:00',
  last_updated_at: '2026-11-21 13:00:00',
}

/** The body of a multipart form with files. */
function form(parts: readonly { name: string; file?: string; type?: string; text?: string }[]) {
  const lines = parts.flatMap(({ name, file, type, text = '' }) => [
    '--edge',
    `Content-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    '',
    text,
  ])
  return {
    body: [...lines, '--edge--', ''].join('\r\n'),
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
  }
}

describe('the notes on orders', () => {
  it('are listed and read one by one, with their authors', async () => {
    const { application } = await connect()
    expect((await application('GET', '/v1/order-notes')).body).toEqual({
      data: [present],
      paginator: { currentPage: 1, itemsPerPage: 20, totalItemsCount: 1 },
    })
    expect((await application('GET', '/v1/order-notes/1')).body).toEqual({ data: present })
  })

  it.each([
    ['GET', '/v1/order-notes/21'],
    ['PUT', '/v1/order-notes/21'],
    ['DELETE', '/v1/order-notes/21'],
    ['POST', '/v1/order-notes/21/attachments'],
    ['GET', '/v1/order-notes/99'],
    ['DELETE', '/v1/order-notes/x'],
  ])('do not exist for %s %s', async (method, path) => {
    const { backend, application } = await connect()
    const before = helpdeskOf(backend.storage, 'biz_lantern')
    const file = { name: 'a.txt', type: 'text/plain', base64: 'QQ==' }
    const body = { text: 'Mine now.', files: [file] }
    const response = await application(method, path, method.startsWith('P') ? { body } : {})
    expect(statusAndDetails(response)).toBe('404 There is nothing with this id.')
    expect(helpdeskOf(backend.storage, 'biz_lantern')).toEqual(before)
  })
})

describe('a new note', () => {
  it('is written by the creator of the token, and appears in its order', async () => {
    const { admin, application } = await connect()
    const body = { sales_order_id: 1001, text: ' Packed with extra paper. ' }
    const made = await application('POST', '/v1/order-notes', { body })
    expect(dataOf(made)).toMatchObject({
      id: 101,
      ...body,
      user: { id: 1, name: 'Alex Morgan' },
      attachments: [],
      created_at: '2026-11-24 09:00:00',
      last_updated_at: '2026-11-24 09:00:00',
    })
    expect((await application('GET', '/v1/order-notes/101')).body).toEqual(made.body)
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toMatchObject({
      order_notes_id: [1, 101],
    })
    expect((await admin('GET', '/api/tickets/1')).body).toMatchObject({
      order: { notes: [{ id: 1 }, { id: 101, authorName: 'Alex Morgan', text: body.text }] },
    })
  })

  it.each([
    [{}, '{"sales_order_id":"4001","text":"4001"}'],
    [{ sales_order_id: '1001', text: 5 }, '{"sales_order_id":"4005","text":"4008"}'],
    [{ sales_order_id: 2001, text: 'x' }, '{"sales_order_id":"4002"}'],
    [{ sales_order_id: -5, text: ' \n' }, '{"text":"4001","sales_order_id":"4002"}'],
    [{ sales_order_id: 1001, text: 'x'.repeat(65_536) }, '{"text":"4020"}'],
  ])('is refused as %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    const response = await application('POST', '/v1/order-notes', { body })
    expect(statusAndDetails(response)).toBe(`400 ${refusal}`)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('changing a note', () => {
  it('changes its text, and keeps its author', async () => {
    const { application } = await connect()
    const body = { text: 'With an invoice after all.' }
    const changed = { ...present, ...body, last_updated_at: '2026-11-24 09:00:00' }
    expect(dataOf(await application('PUT', '/v1/order-notes/1', { body }))).toEqual(changed)
    expect(dataOf(await application('GET', '/v1/order-notes/1'))).toEqual(changed)
  })

  it('moves it to another order', async () => {
    const { application } = await connect()
    await application('PUT', '/v1/order-notes/1', {
      body: { text: 'BusinessNow.', sales_order_id: 1002 },
    })
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toMatchObject({
      order_notes_id: null,
    })
    expect(dataOf(await application('GET', '/v1/sales-orders/1002'))).toMatchObject({
      order_notes_id: [1],
    })
  })

  it.each([
    [{ sales_order_id: 1002 }, '{"text":"4001"}'],
    [{ text: '', sales_order_id: 2001 }, '{"text":"4001","sales_order_id":"4002"}'],
  ])('is refused with %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('PUT', '/v1/order-notes/1', { body }))).toBe(
      `400 ${refusal}`,
    )
    expect(helpdeskData(backend.storage)).toEqual(before)
  })
})

describe('deleting a note', () => {
  it('removes it from its order', async () => {
    const { application } = await connect()
    const response = await application('DELETE', '/v1/order-notes/1')
    expect(response.body).toEqual({ ok: true, message: 'Deleted.' })
    expect((await application('GET', '/v1/order-notes/1')).status).toBe(404)
    expect(dataOf(await application('GET', '/v1/sales-orders/1001'))).toMatchObject({
      order_notes_id: null,
    })
  })
})

describe('the files of a note', () => {
  const path = '/v1/order-notes/1/attachments'
  const list = { name: 'list.txt', type: 'text/plain', base64: 'T25lIGJvYXJk' }

  it('can be added as JSON', async () => {
    const { application } = await connect()
    await application('POST', path, { body: { files: [list] } })
    const files = [
      { ...list, name: 'bill.pdf', type: 'application/pdf', attachmentType: 'Invoice' },
    ]
    const response = await application('POST', path, { body: { files } })
    expect(dataOf(response)).toEqual({
      ...present,
      attachments: [
        { id: 1, name: 'list.txt', link: null, mime: 'text/plain', attachmentType: 'Other' },
        { id: 2, name: 'bill.pdf', link: null, mime: 'application/pdf', attachmentType: 'Invoice' },
      ],
      last_updated_at: '2026-11-24 09:00:00',
    })
    expect((await application('GET', '/v1/order-notes/1')).body).toEqual(response.body)
  })

  it('can be added as a form, with one type for all of them', async () => {
    const { application } = await connect()
    const sent = form([
      { name: 'attachments[]', file: 'bill.pdf', type: 'application/pdf', text: '%PDF' },
      { name: 'other', file: 'other.txt', type: 'text/plain' },
      { name: 'attachments[]', file: 'bill.png', type: 'image/png' },
      { name: 'attachmentType', text: 'Invoice' },
    ])
    expect(dataOf(await application('POST', path, sent))).toMatchObject({
      attachments: [
        { id: 1, name: 'bill.pdf', link: null, mime: 'application/pdf', attachmentType: 'Invoice' },
        { id: 2, name: 'bill.png', link: null, mime: 'image/png', attachmentType: 'Invoice' },
      ],
    })
  })

  it('in a form have the type Other by default', async () => {
    const { application } = await connect()
    const sent = form([{ name: 'attachments[]', file: 'a.png', type: 'image/png' }])
    expect(dataOf(await application('POST', path, sent))).toMatchObject({
      attachments: [{ attachmentType: 'Other' }],
    })
  })

  it.each([
    [{}, '{"files":"4001"}'],
    [{ files: [] }, '{"files":"4001"}'],
    [{ files: 'list.txt' }, '{"files":"4006"}'],
    [{ files: [{ name: 'list.txt' }] }, '{"files.0":"4019"}'],
    [{ files: [list, { ...list, base64: 'not base64' }] }, '{"files.1":"4019"}'],
    [{ files: [{ ...list, base64: 'QQ' }] }, '{"files.0":"4019"}'],
    [{ files: [{ ...list, base64: '' }] }, '{"files.0":"4019"}'],
    [{ files: [{ ...list, name: ' ' }] }, '{"files.0":"4019"}'],
    [{ files: [{ ...list, attachmentType: 'Bill' }] }, '{"files.0.attachmentType":"4007"}'],
  ])('are refused as %j: %s', async (body, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('POST', path, { body }))).toBe(`400 ${refusal}`)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it.each([
    [[{ name: 'attachmentType', text: 'Invoice' }], '{"attachments[]":"4001"}'],
    [[{ name: 'attachments[]', text: 'no file' }], '{"attachments[]":"4001"}'],
    [[{ name: 'attachments', file: 'a.png' }], '{"attachments[]":"4001"}'],
    [[{ name: 'attachments[]', file: '' }], '{"attachments[]":"4001"}'],
    [[{ name: 'attachments[]', file: 'a'.repeat(256) }], '{"attachments[]":"4020"}'],
    [
      [
        { name: 'attachments[]', file: 'a.png' },
        { name: 'attachmentType', text: 'invoice' },
      ],
      '{"attachmentType":"4007"}',
    ],
    [
      [
        { name: 'attachments[]', file: 'a.png' },
        { name: 'attachmentType', text: 'Invoice' },
        { name: 'attachmentType', text: 'Other' },
      ],
      'The part attachmentType is sent more than once.',
    ],
  ])('are refused in the form %j: %s', async (parts, refusal) => {
    const { backend, application } = await connect()
    const before = helpdeskData(backend.storage)
    expect(statusAndDetails(await application('POST', path, form(parts)))).toBe(`400 ${refusal}`)
    expect(helpdeskData(backend.storage)).toEqual(before)
  })

  it('are refused in an unreadable form', async () => {
    const { application } = await connect()
    const { headers } = form([])
    const response = await application('POST', path, { body: 'no form', headers })
    expect(statusAndDetails(response)).toBe('400 The form has no end.')
  })
})
