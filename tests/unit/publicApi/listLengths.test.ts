import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'

import { connect, dataOf, statusAndDetails } from '../../support/publicApi/application.ts'
import { newItem, newOrder } from '../../support/publicApi/orderBodies.ts'

const { listItems, reportedErrors } = limits

function many<Item>(count: number, item: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, number) => item(number))
}

const template = {
  name: 'Thanks',
  body_text: 'Thank you.',
  template_usage: 'Manual',
  template_type: ['Consumer'],
  active: true,
}
const attachment = (number: number) => ({ name: `${number}.pdf`, url: 'https://example.com/a.pdf' })

/** Requests that add entries to a list of a record: the field, and a body with this many entries that start at a number. */
const additions: [
  field: string,
  method: string,
  path: string,
  body: (count: number, first: number) => object,
][] = [
  [
    'files',
    'POST',
    '/v1/order-notes/1/attachments',
    (count) => ({
      files: many(count, () => ({ name: 'a', type: 'text/plain', base64: 'AAAA' })),
    }),
  ],
  [
    'tracking_links',
    'POST',
    '/v1/sales-orders-tracking-links/1002',
    (count) => ({ tracking_links: many(count, () => ({ tracking_link: 'https://example.com' })) }),
  ],
  ...['/v1/sales-orders/1002', '/v1/tickets/1', '/v1/tickets/1/data'].map(
    (path): (typeof additions)[number] => [
      'custom_fields',
      'PUT',
      path,
      (count, first) => ({
        custom_fields: many(count, (number) => ({ name: `Field ${first + number}`, value: '1' })),
      }),
    ],
  ),
  [
    'attachments',
    'PUT',
    '/v1/templates/1',
    (count) => ({ ...template, attachments: many(count, attachment) }),
  ],
]

describe('a list of a record', () => {
  it.each(additions)(
    'has at most 500 %s, however many requests add to it: %s %s',
    async (field, method, path, body) => {
      const { application } = await connect()
      const add = async (count: number, first = 0) =>
        statusAndDetails(await application(method, path, { body: body(count, first) }))
      const half = listItems / 2
      expect(await add(half - 20)).toBe('200')
      expect(await add(half, half)).toBe('200')
      expect(await add(half, 2 * half)).toBe(`400 {"${field}":"4007"}`)
      expect(await add(0)).toMatch(field === 'files' ? /^400 / : /^200$/)
    },
  )

  it('has at most 500 tracking codes and links together', async () => {
    const { application } = await connect()
    const put = async (path: string, body: object) =>
      statusAndDetails(await application('PUT', `/v1/${path}/1002`, { body }))
    const putCodes = (count: number) =>
      put('sales-orders', {
        tracking_codes: many(count, (number) => ({
          tracking_code: `${number}`,
          tracking_carrier_name: 'DHL',
        })),
      })
    const putLinks = (count: number) =>
      put('sales-orders-tracking-links', {
        tracking_links: many(count, (number) => ({ tracking_link: `https://a.example/${number}` })),
      })
    expect(await putCodes(0)).toBe('200')
    expect(await putLinks(listItems)).toBe('200')
    expect(await putCodes(1)).toBe('400 {"tracking_codes":"4007"}')
    expect(await putLinks(listItems - 1)).toBe('200')
    expect(await putCodes(1)).toBe('200')
    expect(await putLinks(listItems)).toBe('400 {"tracking_links":"4007"}')
    expect(await putLinks(listItems - 1)).toBe('200')
  })

  it('may be full, and its entries may change', async () => {
    const { application } = await connect()
    const path = '/v1/sales-orders/1002'
    const { custom_fields: existing } = dataOf(await application('GET', path)) as {
      custom_fields: object[]
    }
    const change = async (count: number, value: string) => {
      const custom_fields = many(count, (number) => ({ name: `Field ${number}`, value }))
      return statusAndDetails(await application('PUT', path, { body: { custom_fields } }))
    }
    const free = listItems - existing.length
    expect(await change(free, '1')).toBe('200')
    expect(await change(free, '2')).toBe('200')
    expect(await change(free + 1, '3')).toBe('400 {"custom_fields":"4007"}')
  })

  it('may be full of files of a form', async () => {
    const { application } = await connect()
    const part =
      'Content-Disposition: form-data; name="attachments[]"; filename="a.txt"\r\n\r\na\r\n'
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const send = async (count: number) =>
      statusAndDetails(
        await application('POST', '/v1/order-notes/1/attachments', {
          headers,
          body: `${`--x\r\n${part}`.repeat(count)}--x--\r\n`,
        }),
      )
    expect(await send(listItems)).toBe('200')
    expect(await send(1)).toBe('400 {"attachments[]":"4007"}')
  })

  it('gets consecutive ids', async () => {
    const { application } = await connect()
    const made = dataOf(
      await application('POST', '/v1/sales-orders', {
        body: newOrder({ order_items: many(3, () => newItem()) }),
      }),
    ) as { order_items: { id: number }[] }
    expect(made.order_items.map(({ id }) => id)).toEqual([101, 102, 103])
  })
})

it('an answer lists at most 100 invalid fields, also of those that depend on data', async () => {
  const { application } = await connect()
  const { body } = await application('POST', '/v1/sales-orders', {
    body: newOrder({ order_items: many(listItems, () => newItem({ sku: ' ', title: ' ' })) }),
  })
  expect(JSON.stringify(body).match(/errorCode/g)).toHaveLength(reportedErrors)
})
