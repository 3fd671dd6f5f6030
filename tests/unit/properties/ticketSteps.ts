import fc from 'fast-check'
import { expect } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { chosen, dataOf, expectTicket, type Model, nowIn, send, write } from './model.ts'
import {
  always,
  change,
  choice,
  type Command,
  command,
  deleted,
  expectRefused,
  hasMessages,
  hasTags,
  hasTickets,
  names,
  readTicket,
  remove,
} from './modelStep.ts'

type Schemas = components['schemas']

const ticketStatuses = fc.constantFrom('Open', 'Pending', 'Closed', 'Archived', 'Spam')

const createTicket = fc
  .record({ subject: names, status: ticketStatuses, order: fc.option(choice) })
  .map((input) =>
    command('createTicket', input, always, async (model, real, { subject, status, order }) => {
      const orderId = order === null ? undefined : chosen(model.orders.keys(), order)
      const data = await dataOf<Schemas['Ticket']>(
        model,
        real,
        write('POST', '/v1/tickets', {
          subject,
          status,
          channel_id: 1,
          ...(orderId === undefined ? {} : { sales_order_id: orderId }),
        }),
      )
      expect(model.tickets.has(data.id)).toBe(false)
      const createdAt = nowIn(model)
      model.tickets.set(data.id, {
        subject,
        status,
        orderId: orderId ?? null,
        tagIds: [],
        createdAt,
      })
      expectTicket(model, data, data.id)
    }),
  )

const changeTicket = fc
  .record({
    ticket: choice,
    subject: fc.option(names),
    status: fc.option(ticketStatuses),
    order: fc.option(choice),
    tags: fc.option(fc.array(choice, { maxLength: 3 })),
  })
  .map((input) =>
    command('changeTicket', input, hasTickets, async (model, real, fields) => {
      const id = chosen(model.tickets.keys(), fields.ticket) ?? 0
      const orderId = fields.order === null ? undefined : chosen(model.orders.keys(), fields.order)
      const tagIds = fields.tags?.flatMap((tag) => chosen(model.tags.keys(), tag) ?? [])
      const { subject, status } = fields
      const data = await dataOf<Schemas['Ticket']>(
        model,
        real,
        write('PUT', `/v1/tickets/${id}`, {
          ...(subject === null ? {} : { subject }),
          ...(status === null ? {} : { status }),
          ...(orderId === undefined ? {} : { sales_order_id: orderId }),
          ...(tagIds === undefined ? {} : { tag_ids: tagIds }),
        }),
      )
      change(model.tickets, id, (old) => ({
        ...old,
        subject: subject ?? old.subject,
        status: status ?? old.status,
        orderId: orderId ?? old.orderId,
        tagIds: tagIds ? [...new Set(tagIds)] : old.tagIds,
      }))
      expectTicket(model, data, id)
    }),
  )

const archiveTicket = fc.record({ ticket: choice }).map((input) =>
  command('archiveTicket', input, hasTickets, async (model, real, { ticket }) => {
    const id = chosen(model.tickets.keys(), ticket) ?? 0
    expect((await send(model, real, remove(`/v1/tickets/${id}`))).status).toBe(200)
    change(model.tickets, id, (old) => ({ ...old, status: 'Archived' }))
    await readTicket(model, real, id)
  }),
)

const writeMessage = fc
  .record({
    ticket: choice,
    body: names,
    type: fc.constantFrom('Message', 'Note'),
    direction: fc.option(fc.constantFrom('Incoming', 'Outgoing')),
    createdAt: fc.option(fc.constantFrom('2020-01-01 00:00:00', '2030-01-01 00:00:00')),
  })
  .map((input) =>
    command('writeMessage', input, hasTickets, async (model, real, fields) => {
      const { body, type } = fields
      const ticketId = chosen(model.tickets.keys(), fields.ticket) ?? 0
      const { id } = await dataOf<Schemas['Message']>(
        model,
        real,
        write('POST', '/v1/messages', {
          ticket_id: ticketId,
          body,
          type,
          ...(fields.direction === null ? {} : { direction: fields.direction }),
          ...(fields.createdAt === null ? {} : { created_at: fields.createdAt }),
        }),
      )
      expect(model.messages.has(id)).toBe(false)
      const direction = fields.direction ?? (type === 'Note' ? 'Other' : 'Outgoing')
      const createdAt = fields.createdAt ?? nowIn(model)
      model.messages.set(id, { ticketId, body, type, direction, createdAt })
      // A new message from a customer reopens a closed or pending ticket.
      const opens = type === 'Message' && direction === 'Incoming'
      change(model.tickets, ticketId, (old) => ({
        ...old,
        status: opens && ['Closed', 'Pending'].includes(old.status) ? 'Open' : old.status,
      }))
      await readTicket(model, real, ticketId)
    }),
  )

const deleteMessage = fc.record({ message: choice }).map((input) =>
  command('deleteMessage', input, hasMessages, async (model, real, { message }) => {
    const id = chosen(model.messages.keys(), message) ?? 0
    const ticketId = model.messages.get(id)?.ticketId ?? 0
    await deleted(model, real, `/v1/messages/${id}`)
    model.messages.delete(id)
    await readTicket(model, real, ticketId)
  }),
)

const createTag = fc.record({ name: names }).map((input) =>
  command('createTag', input, always, async (model, real, { name }) => {
    const sent = write('POST', '/v1/tags', { name, tag_group_id: 1 })
    if (isTagTaken(model, name)) return expectRefused(model, real, sent, { name: '4003' })
    const { id } = await dataOf<Schemas['Tag']>(model, real, sent)
    expect(model.tags.has(id)).toBe(false)
    model.tags.set(id, { name })
  }),
)

function isTagTaken({ tags }: Model, name: string): boolean {
  return [...tags.values()].some((tag) => tag.name.toLowerCase() === name.toLowerCase())
}

const deleteTag = fc.record({ tag: choice }).map((input) =>
  command('deleteTag', input, hasTags, async (model, real, { tag }) => {
    const id = chosen(model.tags.keys(), tag) ?? 0
    await deleted(model, real, `/v1/tags/${id}`)
    model.tags.delete(id)
    for (const [ticketId, ticket] of model.tickets) {
      const tagIds = ticket.tagIds.filter((each) => each !== id)
      model.tickets.set(ticketId, { ...ticket, tagIds })
    }
  }),
)

/** Steps with tickets, their messages and tags, and their expected results. */
export const ticketSteps: fc.Arbitrary<Command>[] = [
  createTicket,
  changeTicket,
  archiveTicket,
  writeMessage,
  deleteMessage,
  createTag,
  deleteTag,
]
