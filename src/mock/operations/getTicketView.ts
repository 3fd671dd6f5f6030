import type { components } from '#src/api/generated/schema.ts'

import { toIsoTime } from '../domain/edeskTime.ts'
import type { MessageRecord, SalesOrderRecord, TicketRecord } from '../domain/helpdeskRecords.ts'
import type { Operation } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'
import { getOwned } from './getOwned.ts'
import { toTicketSummary } from './listTicketViews.ts'

type Schemas = components['schemas']

export const getTicketView: Operation<'getTicketView', 'user'> = {
  requires: 'user',
  async run({ actor, path, db }) {
    const ticket = await getOwned(db, 'tickets', actor, Number(path.ticketId))
    return {
      status: 200,
      body: {
        ...(await toTicketSummary(ticket, db)),
        tags: await tagsOf(ticket, db),
        messages: await messagesOf(ticket, db),
        order: await orderOf(ticket, db),
      },
    }
  },
}

async function tagsOf(ticket: TicketRecord, db: Reader): Promise<Schemas['TicketViewTag'][]> {
  const tags = await Promise.all(ticket.tags_ids.map((id) => db.get('tags', id)))
  return tags.flatMap((tag) => (tag ? [{ id: tag.id, name: tag.name, color: tag.color }] : []))
}

async function messagesOf(
  ticket: TicketRecord,
  db: Reader,
): Promise<Schemas['TicketViewMessage'][]> {
  const equals = [ticket.businessId, ticket.id]
  const messages = await db.list('messages', 'byTicket', { equals })
  return Promise.all(
    messages.map(async (message) => ({
      id: message.id,
      kind: message.type === 'Note' ? 'note' : 'message',
      direction: message.direction === 'Incoming' ? 'incoming' : 'outgoing',
      authorName: await authorOf(message, db),
      body: message.body,
      attachments: message.attachments.map(({ name }) => name),
      createdAt: toIsoTime(message.created_at),
    })),
  )
}

async function authorOf(message: MessageRecord, db: Reader): Promise<string> {
  if (message.userId !== null) return (await db.get('users', message.userId))?.name ?? ''
  if (message.from_consumer_id === null) return ''
  return (await db.get('contacts', message.from_consumer_id))?.full_name ?? ''
}

async function orderOf(
  ticket: TicketRecord,
  db: Reader,
): Promise<Schemas['TicketViewOrder'] | null> {
  if (ticket.sales_order_id === null) return null
  const order = await db.get('salesOrders', ticket.sales_order_id)
  if (!order) return null
  return {
    id: order.id,
    number: order.seller_order_id,
    status: order.status,
    total: order.total_amount,
    currency: order.currency,
    items: order.order_items.map(({ product, quantity }) => ({
      title: product.title,
      sku: product.sku,
      quantity,
    })),
    tracking: order.tracking.map((tracking) => ({
      carrier: tracking.tracking_carrier_name,
      code: tracking.tracking_code,
      link: tracking.tracking_link,
      sentAt: tracking.sentWith?.at ?? null,
      sentBy: tracking.sentWith?.tokenName ?? null,
    })),
    notes: await notesOf(order, db),
  }
}

async function notesOf(
  order: SalesOrderRecord,
  db: Reader,
): Promise<Schemas['TicketViewOrderNote'][]> {
  const notes = await db.list('orderNotes', 'byOrder', { equals: [order.businessId, order.id] })
  return Promise.all(
    notes.map(async ({ id, userId, text, created_at }) => ({
      id,
      authorName: (await db.get('users', userId))?.name ?? '',
      text,
      createdAt: toIsoTime(created_at),
    })),
  )
}
