import type { SalesOrderRecord, TicketRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { validateContact, type ContactInput } from './contacts.ts'
import type { FieldCodes } from '../edeskError.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'

/** The channel, order and contact that a request links a ticket to. */
export interface TicketLinks extends ContactInput {
  channel_id?: number
  sales_order_id?: number | null
}

/**
 * Validates a ticket's channel, order and contact. The order and the contact must belong to the channel (codes 4014 and 4015).
 *
 * @param existing the ticket that an update changes. If the update changes only the channel and the ticket's order or contact
 *   does not belong to the new channel, the error is reported for the channel.
 */
export async function validateTicketLinks(
  db: Reader,
  businessId: string,
  links: TicketLinks,
  existing?: TicketRecord,
): Promise<FieldCodes> {
  const { channel_id } = links
  if (channel_id !== undefined && !(await findOwned(db, 'channels', businessId, channel_id))) {
    return {
      channel_id: '4002',
      ...(await validateOrderAndContact(db, businessId, undefined, links)),
    }
  }
  return {
    ...(existing &&
      channel_id !== undefined &&
      (await validateChannelChange(db, existing, channel_id, links))),
    ...(await validateOrderAndContact(db, businessId, channel_id ?? existing?.channel_id, links)),
  }
}

/** Finds the order that a request links a ticket to. */
export async function findLinkedOrder(
  db: Reader,
  businessId: string,
  { sales_order_id }: TicketLinks,
): Promise<SalesOrderRecord | undefined> {
  return typeof sales_order_id === 'number'
    ? findOwned(db, 'salesOrders', businessId, sales_order_id)
    : undefined
}

async function validateOrderAndContact(
  db: Reader,
  businessId: string,
  channelId: number | undefined,
  links: TicketLinks,
): Promise<FieldCodes> {
  const codes = await validateContact(db, businessId, channelId, links)
  if (typeof links.sales_order_id !== 'number') return codes
  const order = await findLinkedOrder(db, businessId, links)
  if (!order) return { ...codes, sales_order_id: '4002' }
  const belongs = channelId === undefined || order.channel_id === channelId
  return belongs ? codes : { ...codes, sales_order_id: '4014' }
}

async function validateChannelChange(
  db: Reader,
  existing: TicketRecord,
  channelId: number,
  links: TicketLinks,
): Promise<FieldCodes> {
  const { sales_order_id, contact_id } = existing
  if (links.sales_order_id === undefined && sales_order_id !== null) {
    const order = await db.get('salesOrders', sales_order_id)
    if (order && order.channel_id !== channelId) return { channel_id: '4014' }
  }
  if (links.contact_id === undefined && contact_id !== null) {
    const contact = await db.get('contacts', contact_id)
    if (contact && contact.channel_id !== channelId) return { channel_id: '4015' }
  }
  return {}
}
