import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'

import { connect } from '../../support/publicApi/application.ts'
import { newItem, newOrder } from '../../support/publicApi/orderBodies.ts'
import { question } from '../../support/publicApi/tickets.ts'
import { budgetMs, cpuTime } from './cpuTime.ts'

function many<Item>(item: (number: number) => Item, count: number = limits.listItems): Item[] {
  return Array.from({ length: count }, (_, number) => item(number))
}

const items = many((number) =>
  newItem({
    sku: `SKU-${number}`,
    brand: 'Oak & Sons',
    dimensions: '20 × 30 cm',
    weight: 1.5,
    product_image_url: 'https://example.com/board.png',
  }),
)
const customFields = many((number) => ({ name: `Field ${number}`, value: 'yes' }))
const trackingCodes = many((number) => ({
  tracking_code: `JD${number}`,
  tracking_carrier_name: 'DHL',
  tracking_carrier_link: 'https://example.com/(tracking_code)',
}))
const trackingLinks = many((number) => ({
  tracking_link: `https://example.com/${number}`,
  tracking_carrier_name: 'DHL',
}))
const attachments = many((number) => ({
  name: `${number}.pdf`,
  url: `https://example.com/${number}.pdf`,
}))
const template = {
  name: 'Thanks',
  body_text: 'Thank you.',
  template_usage: 'Manual',
  template_type: ['Consumer'],
  active: true,
}

let orders = 0
const order = (more: object) => ({ ...newOrder({ seller_order_id: `N-${++orders}` }), ...more })

/** Requests with as many entries as the contract allows. A body may be made for each request. */
const requests: [what: string, method: string, path: string, body: () => object][] = [
  ['items of an order', 'POST', '/v1/sales-orders', () => order({ order_items: items })],
  ['fields of an order', 'POST', '/v1/sales-orders', () => order({ custom_fields: customFields })],
  ['codes of an order', 'POST', '/v1/sales-orders', () => order({ tracking_codes: trackingCodes })],
  ['changed codes', 'PUT', '/v1/sales-orders/1001', () => ({ tracking_codes: trackingCodes })],
  [
    'replaced links',
    'PUT',
    '/v1/sales-orders-tracking-links/1001',
    () => ({ tracking_links: trackingLinks }),
  ],
  [
    'attachments',
    'POST',
    '/v1/messages',
    () => ({ ticket_id: 1, type: 'Note', body: 'a', attachments }),
  ],
  [
    'fields of a ticket',
    'POST',
    '/v1/tickets',
    () => ({ ...question, custom_fields: customFields }),
  ],
  ['fields', 'PUT', '/v1/tickets/1/data', () => ({ custom_fields: customFields })],
  ['changed fields', 'PUT', '/v1/tickets/1', () => ({ custom_fields: customFields })],
  ['tags', 'PUT', '/v1/tickets/1', () => ({ tag_ids: many(() => 1) })],
  ['attachments', 'POST', '/v1/templates', () => ({ ...template, attachments })],
  ['channels', 'POST', '/v1/templates', () => ({ ...template, channels: many(() => 1) })],
]

describe('a request that is accepted', () => {
  it.each(requests)(
    'with as many %s as allowed takes at most 20 ms of CPU: %s %s',
    async (_what, method, path, body) => {
      const { application } = await connect()
      let status = 0
      const time = await cpuTime(async () => {
        ;({ status } = await application(method, path, { body: body() }))
      })
      expect(status).toBe(200)
      expect(time).toBeLessThan(budgetMs)
    },
  )
})
