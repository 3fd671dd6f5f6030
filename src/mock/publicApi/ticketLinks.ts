import type { SalesOrderRecord, TicketRecord } from '../domain/helpdeskRecords.ts'
import type { Reader } from '../storage/storage.ts'
import { codesOfContact, type ContactGiven } from './contacts.ts'
import type { FieldCodes } from './edeskError.ts'
import { findOwn } from './find.ts'

/** What a request ties a ticket to. */
export interface TicketLinks extends ContactGiven {
  channel_id?: number
  sales_order_id?: number | null
}

/**
 * What is wrong with a ticket's channel, order and contact: the three belong together (codes 4014 and 4015).
 *
 * @param kept the ticket that is to be changed, where it is there already. Where it moves to a channel that what it keeps does
 *   not belong to, the channel is what is wrong.
 */
export async function codesOfTicketLinks(
  db: Reader,
  businessId: string,
  wanted: TicketLinks,
  kept?: TicketRecord,
): Promise<FieldCodes> {
  const { channel_id } = wanted
  if (channel_id !== undefined && !(await findOwn(db, 'channels', businessId, channel_id))) {
    return { channel_id: '4002', ...(await codesWithin(db, businessId, undefined, wanted)) }
  }
  return {
    ...(kept && channel_id !== undefined && (await codesOfMove(db, kept, channel_id, wanted))),
    ...(await codesWithin(db, businessId, channel_id ?? kept?.channel_id, wanted)),
  }
}

/** The order that a request ties a ticket to. */
export async function orderOf(
  db: Reader,
  businessId: string,
  { sales_order_id }: TicketLinks,
): Promise<SalesOrderRecord | undefined> {
  return typeof sales_order_id === 'number'
    ? findOwn(db, 'salesOrders', businessId, sales_order_id)
    : undefined
}

async function codesWithin(
  db: Reader,
  businessId: string,
  channelId: number | undefined,
  wanted: TicketLinks,
): Promise<FieldCodes> {
  const codes = await codesOfContact(db, businessId, channelId, wanted)
  if (typeof wanted.sales_order_id !== 'number') return codes
  const order = await orderOf(db, businessId, wanted)
  if (!order) return { ...codes, sales_order_id: '4002' }
  const fits = channelId === undefined || order.channel_id === channelId
  return fits ? codes : { ...codes, sales_order_id: '4014' }
}

async function codesOfMove(
  db: Reader,
  kept: TicketRecord,
  channelId: number,
  wanted: TicketLinks,
): Promise<FieldCodes> {
  const { sales_order_id, contact_id } = kept
  if (wanted.sales_order_id === undefined && sales_order_id !== null) {
    const order = await db.get('salesOrders', sales_order_id)
    if (order && order.channel_id !== channelId) return { channel_id: '4014' }
  }
  if (wanted.contact_id === undefined && contact_id !== null) {
    const contact = await db.get('contacts', contact_id)
    if (contact && contact.channel_id !== channelId) return { channel_id: '4015' }
  }
  return {}
}
