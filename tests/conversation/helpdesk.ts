import { idIn, type Part, withKey } from './step.ts'

/** A support application: tickets, messages, and what belongs to them. */
export function* helpdesk(key: string): Part {
  const ask = withKey(key)
  yield* ask('the tickets', 200, 'GET', '/v1/tickets')
  yield* ask(
    'the tickets by their last message',
    200,
    'GET',
    '/v1/tickets?order_by=last_updated_at&order_direction=desc&itemsPerPage=2',
  )
  yield* ask('the open ones', 200, 'GET', '/v1/tickets?filter_status_equals=Open&limit=1')
  const ticket = yield* ask('a new ticket', 200, 'POST', '/v1/tickets', {
    body: {
      subject: 'Wo ist mein Brett? 🤔',
      channel_id: 1,
      status: 'Open',
      sales_order_id: 1001,
      contact_id: 1,
      custom_fields: [{ name: 'Language', value: 'de' }],
    },
  })
  const address = `/v1/tickets/${idIn(ticket)}`
  yield* ask('a ticket that is wrong in many ways', 400, 'POST', '/v1/tickets', {
    body: {
      channel_id: 'one',
      status: 'Unread',
      created_at: '2026-02-30 00:00:00',
      contact_id: 21,
    },
  })
  yield* ask('the ticket', 200, 'GET', address)
  yield* ask('the ticket changes', 200, 'PUT', address, {
    body: { status: 'Pending', tag_ids: [2, 1], owner_user_id: 2 },
  })
  yield* ask('tags and owners of another business', 400, 'PUT', address, {
    body: { tag_ids: [1, 21], owner_user_id: 21 },
  })
  yield* ask('its fields change', 200, 'PUT', `${address}/data`, {
    body: { custom_fields: [{ name: 'Warehouse', value: 'Galway' }] },
  })
  yield* messages(key, idIn(ticket))
  yield* ask('the ticket is archived', 200, 'DELETE', address)
  yield* ask('and can still be read', 200, 'GET', address)
  yield* ask('an agent sees it', 200, 'GET', `/api/tickets/${idIn(ticket)}`)

  yield* ask('the people', 200, 'GET', '/v1/users')
  yield* ask('the channels', 200, 'GET', '/v1/channels?itemsPerPage=1')
  yield* ask('the contacts', 200, 'GET', '/v1/contacts')
  yield* ask('a contact by no number', 400, 'GET', '/v1/contacts?consumer_id=one')
  yield* ask('a contact by a word', 200, 'GET', '/v1/contacts?fsf_query=In%C3%AAs')
  yield* ask('a contact by e-mail', 200, 'GET', '/v1/contacts?email=TOM.okafor%40example.com')
}

function* messages(key: string, ticketId: number): Part {
  const ask = withKey(key)
  const note = yield* ask('a note', 200, 'POST', '/v1/messages', {
    body: { ticket_id: String(ticketId), type: 'Note', body: 'Line one\n\tline two \u2028 \ud83d' },
  })
  yield* ask('an answer of the customer', 200, 'POST', '/v1/messages', {
    body: {
      ticket_id: ticketId,
      type: 'Message',
      body: 'Danke',
      direction: 'Incoming',
      attachments: [{ name: 'cat.jpg', url: 'https://www.example.com/cat.jpg' }],
    },
  })
  yield* ask('a message that is wrong in many ways', 400, 'POST', '/v1/messages', {
    body: { ticket_id: 21, type: 'Status', body: '', attachments: [{ name: 'cat.jpg' }] },
  })
  yield* ask('far too many characters', 400, 'POST', '/v1/messages', {
    body: { ticket_id: ticketId, type: 'Note', body: 'x'.repeat(100_000) },
  })
  const address = `/v1/messages/${idIn(note)}`
  yield* ask('the note', 200, 'GET', address)
  yield* ask('the note changes', 200, 'PUT', address, { body: { type: 'Note', body: 'Called.' } })
  yield* ask('what a customer wrote stays', 400, 'PUT', '/v1/messages/1', { body: { body: 'No.' } })
  yield* ask('the note goes', 200, 'DELETE', address)
  yield* ask('and is gone', 404, 'GET', address)
}
