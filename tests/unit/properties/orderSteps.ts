import fc from 'fast-check'
import { expect } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { newItem, newOrder } from '../../support/publicApi/orderBodies.ts'
import { chosen, dataOf, expectOrder, send, type Tracking, write } from './model.ts'
import {
  always,
  change,
  choice,
  type Command,
  command,
  deleted,
  expectRefused,
  hasNotes,
  hasOrders,
  names,
  readOrder,
} from './modelStep.ts'

type Schemas = components['schemas']

const orderStatuses = fc.constantFrom('OrderReceived' as const, 'OrderShipped', 'Delivered')

const createOrder = fc.record({ number: names, status: orderStatuses }).map((input) =>
  command('createOrder', input, always, async (model, real, { number, status }) => {
    const order_items = [newItem({ quantity: 2, item_amount: 3 })]
    const body = newOrder({ seller_order_id: number, status, shipping_amount: 1, order_items })
    const sent = write('POST', '/v1/sales-orders', body)
    const taken = [...model.orders.values()].some((order) => order.number === number)
    if (taken) return expectRefused(model, real, sent, { seller_order_id: '4003' })
    const data = await dataOf<Schemas['SalesOrder']>(model, real, sent)
    expect(model.orders.has(data.id)).toBe(false)
    expect(data.total_amount).toBe(7)
    model.orders.set(data.id, { number, status, tracking: [] })
    expectOrder(model, data, data.id)
  }),
)

const codes = fc.constantFrom('A1', 'B2', 'C3')

/** A shipping application sets a carrier and codes for an order, which replace the previous ones. */
const sendTracking = fc
  .record({ order: choice, codes: fc.uniqueArray(codes, { maxLength: 2 }), status: orderStatuses })
  .map((input) =>
    command('sendTracking', input, hasOrders, async (model, real, { order, codes, status }) => {
      const id = chosen(model.orders.keys(), order) ?? 0
      const data = await dataOf<Schemas['SalesOrder']>(
        model,
        real,
        write('PUT', `/v1/sales-orders/${id}`, {
          status,
          tracking_codes: codes.map((code) => ({
            tracking_code: code,
            tracking_carrier_name: 'An Post',
          })),
        }),
      )
      change(model.orders, id, (old) => ({
        ...old,
        status,
        tracking: [...old.tracking.filter(({ code }) => code === ''), ...codes.map(asTracking)],
      }))
      expectOrder(model, data, id)
    }),
  )

function asTracking(code: string): Tracking {
  return { code, link: '', carrier: 'An Post' }
}

const sendLinks = fc
  .record({
    order: choice,
    method: fc.constantFrom('POST', 'PUT', 'DELETE'),
    links: fc.uniqueArray(fc.constantFrom('https://a.example', 'https://b.example'), {
      maxLength: 2,
    }),
  })
  .map((input) =>
    command('sendLinks', input, hasOrders, async (model, real, { order, method, links }) => {
      const id = chosen(model.orders.keys(), order) ?? 0
      const path = `/v1/sales-orders-tracking-links/${id}`
      const body = { tracking_links: links.map((tracking_link) => ({ tracking_link })) }
      const { status } = await send(
        model,
        real,
        method === 'DELETE' ? { method, path } : write(method, path, body),
      )
      expect(status).toBe(200)
      const added = method === 'DELETE' ? [] : links
      change(model.orders, id, (old) => ({
        ...old,
        tracking: [
          ...(method === 'POST' ? old.tracking : old.tracking.filter(({ link }) => link === '')),
          ...added.map((link) => ({ code: '', link, carrier: '' })),
        ],
      }))
      await readOrder(model, real, id)
    }),
  )

const deleteOrder = fc.record({ order: choice }).map((input) =>
  command('deleteOrder', input, hasOrders, async (model, real, { order }) => {
    const id = chosen(model.orders.keys(), order) ?? 0
    await deleted(model, real, `/v1/sales-orders/${id}`)
    model.orders.delete(id)
    for (const [noteId, note] of model.notes) {
      if (note.orderId !== id) continue
      model.notes.delete(noteId)
      model.gone.push(`/v1/order-notes/${noteId}`)
    }
    for (const [ticketId, ticket] of model.tickets) {
      if (ticket.orderId === id) model.tickets.set(ticketId, { ...ticket, orderId: null })
    }
  }),
)

const writeNote = fc.record({ order: choice, text: names, note: fc.option(choice) }).map((input) =>
  command('writeNote', input, hasOrders, async (model, real, { order, text, note }) => {
    const orderId = chosen(model.orders.keys(), order) ?? 0
    const noteId = note === null ? undefined : chosen(model.notes.keys(), note)
    const path = noteId === undefined ? '/v1/order-notes' : `/v1/order-notes/${noteId}`
    const sent = write(noteId === undefined ? 'POST' : 'PUT', path, {
      sales_order_id: orderId,
      text,
    })
    const { id } = await dataOf<Schemas['OrderNote']>(model, real, sent)
    expect(model.notes.has(id)).toBe(noteId !== undefined)
    model.notes.set(id, { orderId, text })
    await readOrder(model, real, orderId)
  }),
)

const deleteNote = fc.record({ note: choice }).map((input) =>
  command('deleteNote', input, hasNotes, async (model, real, { note }) => {
    const id = chosen(model.notes.keys(), note) ?? 0
    const orderId = model.notes.get(id)?.orderId ?? 0
    await deleted(model, real, `/v1/order-notes/${id}`)
    model.notes.delete(id)
    await readOrder(model, real, orderId)
  }),
)

/** Steps with orders, their tracking and their notes, and their expected results. */
export const orderSteps: fc.Arbitrary<Command>[] = [
  createOrder,
  sendTracking,
  sendLinks,
  deleteOrder,
  writeNote,
  deleteNote,
]
