import { idIn, type Part, withKey } from './step.ts'

/** A shipping application: orders, their tracking, and notes on them. */
export function* salesOrders(key: string): Part {
  const ask = withKey(key)
  yield* ask('call whoami', 200, 'GET', '/v1/whoami')
  yield* ask('list the orders', 200, 'GET', '/v1/sales-orders')
  yield* ask(
    'list the orders to ship, newest first',
    200,
    'GET',
    '/v1/sales-orders?filter_status_equals=OrderReceived&order_by=created_at&order_direction=desc',
  )
  yield* ask(
    'list orders with invalid filters',
    400,
    'GET',
    '/v1/sales-orders?filter_status_equals=Lost&filter_contact_id_equals=one&filter_created_at_gte=yesterday',
  )
  const order = yield* ask('create an order', 200, 'POST', '/v1/sales-orders', { body: newOrder })
  const path = `/v1/sales-orders/${idIn(order)}`
  yield* ask('create an order with a number that is taken', 400, 'POST', '/v1/sales-orders', {
    body: newOrder,
  })
  yield* ask('create an order with many invalid fields', 400, 'POST', '/v1/sales-orders', {
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
  yield* ask('get the order', 200, 'GET', path)
  yield* ask('ship the order', 200, 'PUT', path, {
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
  yield* ask('delete the order', 200, 'DELETE', path)
  yield* ask('get the deleted order', 404, 'GET', path)
  yield* ask('list a page of orders', 200, 'GET', '/v1/sales-orders?page=2&itemsPerPage=2')
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
  const path = `/v1/sales-orders-tracking-links/${orderId}`
  const links = (...names: string[]) => ({
    body: {
      tracking_links: names.map((name) => ({
        tracking_link: `https://www.example.com/track/${name}`,
        tracking_carrier_name: name,
      })),
    },
  })
  yield* ask('add two tracking links', 200, 'POST', path, links('one', 'two'))
  yield* ask('list the tracking links', 200, 'GET', path)
  yield* ask('replace the tracking links', 200, 'PUT', path, links('three'))
  yield* ask('replace the tracking links with invalid ones', 400, 'PUT', path, {
    body: { tracking_links: [{ tracking_link: 'nowhere' }, {}] },
  })
  yield* ask('delete the tracking links', 200, 'DELETE', path)
  yield* ask(
    'delete the tracking links of another business',
    404,
    'DELETE',
    '/v1/sales-orders-tracking-links/2001',
  )
}

function* notes(key: string, orderId: number): Part {
  const ask = withKey(key)
  const body = { sales_order_id: orderId, text: 'Leave it with the neighbour — no. 3.' }
  yield* ask('list the notes', 200, 'GET', '/v1/order-notes')
  const note = yield* ask('create a note', 200, 'POST', '/v1/order-notes', { body })
  const path = `/v1/order-notes/${idIn(note)}`
  yield* ask('create a note on an order of another business', 400, 'POST', '/v1/order-notes', {
    body: { ...body, sales_order_id: 2001 },
  })
  yield* ask('get the note', 200, 'GET', path)
  yield* ask('update the note', 200, 'PUT', path, { body: { text: 'No. 4.' } })
  const invoice = { field: 'attachments[]', name: 'Rechnung für Zoë.txt', type: 'text/plain' }
  yield* ask('attach a file in a form', 200, 'POST', `${path}/attachments`, {
    form: { files: [{ ...invoice, text: 'One oak board' }], texts: { attachmentType: 'Invoice' } },
  })
  yield* ask('attach a form without a file', 400, 'POST', `${path}/attachments`, {
    form: { files: [], texts: { attachmentType: 'Bill' } },
  })
  yield* ask('attach a truncated form', 400, 'POST', `${path}/attachments`, {
    body: '--edge\r\nContent-Disposition: form-data; name="attachments[]"',
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
  })
  yield* ask('attach a file in JSON', 200, 'POST', `${path}/attachments`, {
    body: { files: [{ name: 'a.png', type: 'image/png', base64: 'iVBORw0KGgo=' }] },
  })
  yield* ask('attach invalid files in JSON', 400, 'POST', `${path}/attachments`, {
    body: { files: [{ name: 'a.png' }, 'b.png'] },
  })
  yield* ask('delete the note', 200, 'DELETE', path)
  yield* ask('delete the deleted note', 404, 'DELETE', path)
}
