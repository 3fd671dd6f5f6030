import { idIn, type Part, withKey } from './step.ts'

/** A shipping application: orders, their tracking, and notes on them. */
export function* salesOrders(key: string): Part {
  const ask = withKey(key)
  yield* ask('who am I', 200, 'GET', '/v1/whoami')
  yield* ask('the orders', 200, 'GET', '/v1/sales-orders')
  yield* ask(
    'the orders that wait, newest first',
    200,
    'GET',
    '/v1/sales-orders?filter_status_equals=OrderReceived&order_by=created_at&order_direction=desc',
  )
  yield* ask(
    'filters that cannot be read',
    400,
    'GET',
    '/v1/sales-orders?filter_status_equals=Lost&filter_contact_id_equals=one&filter_created_at_gte=yesterday',
  )
  const order = yield* ask('a new order', 200, 'POST', '/v1/sales-orders', { body: newOrder })
  const address = `/v1/sales-orders/${idIn(order)}`
  yield* ask('the same number once more', 400, 'POST', '/v1/sales-orders', { body: newOrder })
  yield* ask('an order that is wrong in many ways', 400, 'POST', '/v1/sales-orders', {
    body: {
      channel_id: 21,
      seller_order_id: ' ',
      currency: 'EURO',
      status: 'lost',
      shipping_amount: '4.50',
      order_items: [{ sku: 1, product_image_url: 'cat.jpg' }],
      contact: { email: 'nobody' },
      tracking_codes: {},
      order_created_at: '24.11.2026',
      custom_fields: [{ name: 'Warehouse', value: 7 }],
    },
  })
  yield* ask('the order', 200, 'GET', address)
  yield* ask('the order is sent', 200, 'PUT', address, {
    body: {
      status: 'OrderShipped',
      order_shipped_at: '2026-11-24 09:00:00',
      tracking_codes: [
        {
          tracking_code: "'CE123456785IE'",
          tracking_carrier_name: 'An Post',
          tracking_carrier_link: 'https://www.example.com/track/(tracking_code)',
        },
      ],
    },
  })
  yield* tracking(key, idIn(order))
  yield* notes(key, idIn(order))
  yield* ask('the order goes', 200, 'DELETE', address)
  yield* ask('and is gone', 404, 'GET', address)
  yield* ask('the orders in pages', 200, 'GET', '/v1/sales-orders?page=2&itemsPerPage=2')
}

const newOrder = {
  channel_id: 1,
  seller_order_id: 'NW-2026-Ü',
  currency: 'EUR',
  status: 'OrderReceived',
  shipping_amount: 4.5,
  order_items: [
    { sku: 'OAK', title: 'Oak board', quantity: 3, item_amount: 0.1, shipping_amount: 4.5 },
  ],
  contact: { email: 'Zoe@example.com', full_name: 'Zoë Ní Bhriain 🪵', phone_number: '+353 1' },
  ship_to: {
    name: 'Zoë Ní Bhriain',
    line_1: '1 Cé an Ósta',
    city: 'Gaillimh',
    country: 'IE',
    postcode: 'H91',
  },
  custom_fields: [{ name: 'Warehouse', value: 'Gaillimh' }],
}

function* tracking(key: string, orderId: number): Part {
  const ask = withKey(key)
  const address = `/v1/sales-orders-tracking-links/${orderId}`
  const links = (...names: string[]) => ({
    body: {
      tracking_links: names.map((name) => ({
        tracking_link: `https://www.example.com/track/${name}`,
        tracking_carrier_name: name,
      })),
    },
  })
  yield* ask('two links', 200, 'POST', address, links('one', 'two'))
  yield* ask('the links', 200, 'GET', address)
  yield* ask('another link for them', 200, 'PUT', address, links('three'))
  yield* ask('a link that is none', 400, 'PUT', address, {
    body: { tracking_links: [{ tracking_link: 'nowhere' }, {}] },
  })
  yield* ask('all links go', 200, 'DELETE', address)
  yield* ask("another business's links", 404, 'DELETE', '/v1/sales-orders-tracking-links/2001')
}

function* notes(key: string, orderId: number): Part {
  const ask = withKey(key)
  const body = { sales_order_id: orderId, text: 'Leave it with the neighbour — no. 3.' }
  yield* ask('the notes', 200, 'GET', '/v1/order-notes')
  const note = yield* ask('a new note', 200, 'POST', '/v1/order-notes', { body })
  const address = `/v1/order-notes/${idIn(note)}`
  yield* ask("a note on another business's order", 400, 'POST', '/v1/order-notes', {
    body: { ...body, sales_order_id: 2001 },
  })
  yield* ask('the note', 200, 'GET', address)
  yield* ask('the note says something else', 200, 'PUT', address, { body: { text: 'No. 4.' } })
  const invoice = { field: 'attachments[]', name: 'Rechnung für Zoë.txt', type: 'text/plain' }
  yield* ask('a file in a form', 200, 'POST', `${address}/attachments`, {
    form: { files: [{ ...invoice, text: 'One oak board' }], texts: { attachmentType: 'Invoice' } },
  })
  yield* ask('a form without a file', 400, 'POST', `${address}/attachments`, {
    form: { files: [], texts: { attachmentType: 'Bill' } },
  })
  yield* ask('a form that is cut off', 400, 'POST', `${address}/attachments`, {
    body: '--edge\r\nContent-Disposition: form-data; name="attachments[]"',
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
  })
  yield* ask('a file in JSON', 200, 'POST', `${address}/attachments`, {
    body: { files: [{ name: 'a.png', type: 'image/png', base64: 'iVBORw0KGgo=' }] },
  })
  yield* ask('files that are none', 400, 'POST', `${address}/attachments`, {
    body: { files: [{ name: 'a.png' }, 'b.png'] },
  })
  yield* ask('the note goes', 200, 'DELETE', address)
  yield* ask('and is gone', 404, 'DELETE', address)
}
