import type { SalesOrderRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { toAddress } from '../orders/addresses.ts'
import { validateContact } from '../tickets/contacts.ts'
import { withCustomFields } from '../fields/customFields.ts'
import type { FieldCodes } from '../edeskError.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicContext, PublicOperation } from '../operation.ts'
import { lastOrderUpdate, statusEventAfter } from '../orders/orderEvents.ts'
import { validateOrderFields, isNumberTaken, withDeliveryDates } from '../orders/orderFields.ts'
import { applyItemChanges, validateItemIds, orderTotal } from '../orders/orderItems.ts'
import { keepUnlessGiven } from '../records/keepUnlessGiven.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateListLength } from '../fields/validateListLength.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { withTrackingCodes } from '../orders/trackingCodes.ts'
import { trackingSender } from '../orders/trackingSender.ts'

type Context = PublicContext<'updateSalesOrder'>

export const updateSalesOrder: PublicOperation<'updateSalesOrder'> = async (context) => {
  const { caller, path, body, db } = context
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const changes = withChanges(order, context)
  assertValidFields(
    validateOrderFields(body, order),
    validateItemIds(order, body.order_items),
    validateTrackingLength(changes, body),
    await validateChannelAndContact(order, context),
  )
  const changed = {
    ...changes,
    custom_fields: await withCustomFields(db, order.custom_fields, body.custom_fields),
  }
  await db.put('salesOrders', changed)
  return { data: await toSalesOrder(changed, db) }
}

/** Validates the length of the changed order's tracking: links stay beside the codes in the request. */
function validateTrackingLength(
  { tracking }: SalesOrderRecord,
  { tracking_codes: codes }: Context['body'],
): FieldCodes {
  const added = codes?.length ?? 0
  return validateListLength('tracking_codes', tracking.length - added, added)
}

/** Validates the channel and the contact: the contact must belong to the channel, and the order number must be free in it. */
async function validateChannelAndContact(
  order: SalesOrderRecord,
  { caller, body, db }: Context,
): Promise<FieldCodes> {
  const businessId = caller.business.id
  const { channel_id: channelId = order.channel_id, contact_id } = body
  const channel = await findOwned(db, 'channels', businessId, channelId)
  if (!channel) {
    return {
      channel_id: '4002',
      ...(contact_id === undefined
        ? {}
        : await validateContact(db, businessId, undefined, { contact_id })),
    }
  }
  const changesChannel = channelId !== order.channel_id
  if (contact_id === undefined && !changesChannel) return {}
  const codes = await validateContact(db, businessId, channelId, {
    contact_id: contact_id ?? order.contact_id,
  })
  return {
    ...(contact_id === undefined && codes.contact_id ? { channel_id: '4015' } : codes),
    ...(changesChannel && (await validateChannelChange(db, order, channelId))),
  }
}

async function validateChannelChange(
  db: Reader,
  order: SalesOrderRecord,
  channel_id: number,
): Promise<FieldCodes> {
  if (await hasTicketInOtherChannel(db, order, channel_id)) return { channel_id: '4014' }
  return (await isNumberTaken(db, { ...order, channel_id })) ? { channel_id: '4003' } : {}
}

/** Whether a ticket of the order belongs to another channel. A ticket and its order must be in the same channel. */
async function hasTicketInOtherChannel(
  db: Reader,
  { businessId, id }: SalesOrderRecord,
  channelId: number,
): Promise<boolean> {
  const tickets = await db.list('tickets', 'byOrder', { equals: [businessId, id] })
  return tickets.some(({ channel_id }) => channel_id !== channelId)
}

function withChanges(order: SalesOrderRecord, { caller, body, now }: Context): SalesOrderRecord {
  const currency = body.currency ?? order.currency
  const shipping = body.shipping_amount ?? order.shipping_amount
  const items = applyItemChanges(order.order_items, body.order_items, currency)
  const status = body.status ?? order.status
  const times = {
    created_at: order.created_at,
    order_created_at: keepUnlessGiven(body.order_created_at, order.order_created_at),
    order_shipped_at: keepUnlessGiven(body.order_shipped_at, order.order_shipped_at),
    statusEventAt: statusEventAfter(order, status, now),
  }
  return {
    ...order,
    ...times,
    channel_id: body.channel_id ?? order.channel_id,
    status,
    order_items: items,
    shipping_amount: shipping,
    total_amount: orderTotal(items, shipping),
    currency,
    ship_to: body.ship_to ? toAddress(body.ship_to) : order.ship_to,
    bill_to: keepUnlessGiven(body.bill_to && toAddress(body.bill_to), order.bill_to),
    contact_id: body.contact_id ?? order.contact_id,
    tracking:
      body.tracking_codes === undefined
        ? order.tracking
        : withTrackingCodes(order.tracking, body.tracking_codes ?? [], trackingSender(caller, now)),
    last_updated_at: lastOrderUpdate(times),
    sales_order_delivery_dates: withDeliveryDates(
      order.sales_order_delivery_dates,
      body.sales_order_delivery_dates,
    ),
    delivery_type: keepUnlessGiven(body.delivery_type, order.delivery_type),
  }
}
