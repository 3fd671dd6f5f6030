import { idIn, type Part, withKey } from './step.ts'

/** A support application: tickets, messages, users, channels and contacts. */
export function* helpdesk(key: string): Part {
  const ask = withKey(key)
  yield* ask('list the tickets', 200, 'GET', '/v1/tickets')
  yield* ask(
    'list the tickets by their last message',
    200,
    'GET',
    '/v1/tickets?order_by=last_updated_at&order_direction=desc&itemsPerPage=2',
  )
  yield* ask('list the open tickets', 200, 'GET', '/v1/tickets?filter_status_equals=Open&limit=1')
  const ticket = yield* ask('create a ticket', 200, 'POST', '/v1/tickets', {
    body: {
      subject: 'Wo ist mein Brett? 🤔',
      channel_id: 1,
      status: 'Open',
      sales_order_id: 1001,
      contact_id: 1,
      custom_fields: [{ name: 'Language', value: 'de' }],
    },
  })
  const path = `/v1/tickets/${idIn(ticket)}`
  yield* ask('create a ticket with many invalid fields', 400, 'POST', '/v1/tickets', {
    body: {
      channel_id: 'one',
      status: 'Unread',
      created_at: '2026-02-30 00:00:00',
      contact_id: 21,
    },
  })
  yield* ask('get the ticket', 200, 'GET', path)
  yield* ask('update the ticket', 200, 'PUT', path, {
    body: { status: 'Pending', tag_ids: [2, 1], owner_user_id: 2 },
  })
  yield* ask('update the ticket with a tag and an owner of another business', 400, 'PUT', path, {
    body: { tag_ids: [1, 21], owner_user_id: 21 },
  })
  yield* ask('update the custom fields of the ticket', 200, 'PUT', `${path}/data`, {
    body: { custom_fields: [{ name: 'Warehouse', value: 'Galway' }] },
  })
  yield* messages(key, idIn(ticket))
  yield* ask('archive the ticket', 200, 'DELETE', path)
  yield* ask('get the archived ticket', 200, 'GET', path)
  yield* ask('get the ticket in the helpdesk', 200, 'GET', `/api/tickets/${idIn(ticket)}`)

  yield* ask('list the users', 200, 'GET', '/v1/users')
  yield* ask('list the channels', 200, 'GET', '/v1/channels?itemsPerPage=1')
  yield* ask('list the contacts', 200, 'GET', '/v1/contacts')
  yield* ask('find a contact by an invalid id', 400, 'GET', '/v1/contacts?consumer_id=one')
  yield* ask('find a contact by a word', 200, 'GET', '/v1/contacts?fsf_query=In%C3%AAs')
  yield* ask('find a contact by e-mail', 200, 'GET', '/v1/contacts?email=TOM.okafor%40example.com')
}

function* messages(key: string, ticketId: number): Part {
  const ask = withKey(key)
  const note = yield* ask('create a note', 200, 'POST', '/v1/messages', {
    body: {
      ticket_id: String(ticketId),
      type: 'Note',
      body: 'Line one\n\tline two \u2028 \ud83d\ude00',
    },
  })
  yield* ask('create an incoming message', 200, 'POST', '/v1/messages', {
    body: {
      ticket_id: ticketId,
      type: 'Message',
      body: 'Danke',
      direction: 'Incoming',
      attachments: [{ name: 'cat.jpg', url: 'https://www.example.com/cat.jpg' }],
    },
  })
  yield* ask('create a message with many invalid fields', 400, 'POST', '/v1/messages', {
    body: { ticket_id: 21, type: 'Status', body: '', attachments: [{ name: 'cat.jpg' }] },
  })
  yield* ask('create a note that is too long', 400, 'POST', '/v1/messages', {
    body: { ticket_id: ticketId, type: 'Note', body: 'x'.repeat(100_000) },
  })
  const path = `/v1/messages/${idIn(note)}`
  yield* ask('get the note', 200, 'GET', path)
  yield* ask('update the note', 200, 'PUT', path, { body: { type: 'Note', body: 'Called.' } })
  yield* ask('a message of a customer cannot be changed', 400, 'PUT', '/v1/messages/1', {
    body: { body: 'No.' },
  })
  yield* ask('delete the note', 200, 'DELETE', path)
  yield* ask('get the deleted note', 404, 'GET', path)
}
