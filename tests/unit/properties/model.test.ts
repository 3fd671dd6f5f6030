import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { startApi } from './api.ts'
import {
  dataOf,
  emptyModel,
  expectOrder,
  expectTicket,
  get,
  type Model,
  type Real,
  send,
} from './model.ts'
import { orderSteps } from './orderSteps.ts'
import { ticketSteps } from './ticketSteps.ts'

type Schemas = components['schemas']

describe('a helpdesk that applications use', propertyTest, () => {
  it('matches a small model after each of fifty steps', async () => {
    const all = [...orderSteps, ...ticketSteps]
    await fc.assert(
      fc.asyncProperty(fc.commands(all, { maxCommands: 50, size: 'max' }), async (steps) => {
        const model = emptyModel()
        const real = { api: await startWithoutWork() }
        await fc.asyncModelRun(() => ({ model, real }), steps)
        await expectAlike(model, real)
      }),
      { numRuns: 60 },
    )
  })
})

/** Returns the business with its people, channels and contacts, and an empty helpdesk. */
function startWithoutWork() {
  return startApi({
    change: (world) => {
      world.salesOrders = []
      world.orderNotes = []
      world.tickets = []
      world.messages = []
      world.tags = []
    },
  })
}

/** Checks that all lists contain exactly what the model knows, and that deleted records are gone. */
async function expectAlike(model: Model, real: Real): Promise<void> {
  const list = <Data>(path: string) => dataOf<Data[]>(model, real, get(`${path}?itemsPerPage=100`))

  const orders = await list<Schemas['SalesOrder']>('/v1/sales-orders')
  expect(orders.map(({ id }) => id)).toEqual([...model.orders.keys()])
  for (const order of orders) expectOrder(model, order, order.id)

  const tickets = await list<Schemas['Ticket']>('/v1/tickets')
  expect(tickets.map(({ id }) => id)).toEqual([...model.tickets.keys()])
  for (const ticket of tickets) expectTicket(model, ticket, ticket.id)

  const notes = await list<Schemas['OrderNote']>('/v1/order-notes')
  expect(notes.map(({ id, sales_order_id: orderId, text }) => [id, { orderId, text }])).toEqual([
    ...model.notes,
  ])

  const tags = await list<Schemas['Tag']>('/v1/tags')
  expect(tags.map(({ id, name }) => [id, { name }])).toEqual([...model.tags])

  for (const [id, { ticketId, createdAt, ...fields }] of model.messages) {
    const message = await dataOf<Schemas['Message']>(model, real, get(`/v1/messages/${id}`))
    expect(message).toMatchObject({ id, ticket_id: ticketId, created_at: createdAt, ...fields })
  }
  for (const path of model.gone) expect((await send(model, real, get(path))).status).toBe(404)
}
