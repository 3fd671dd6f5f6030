import { nextInSequence } from '#src/mock/server/records/sequences.ts'

import { toEdeskTime } from '../../domain/edeskTime.ts'
import { toAddress } from '../orders/addresses.ts'
import { validateContact, findOrCreateContact } from '../tickets/contacts.ts'
import { withCustomFields } from '../fields/customFields.ts'
import type { FieldCodes } from '../edeskError.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import type { PublicContext, PublicOperation } from '../operation.ts'
import { lastOrderUpdate } from '../orders/orderEvents.ts'
import { validateOrderFields, isNumberTaken, withDeliveryDates } from '../orders/orderFields.ts'
import { createItems, orderTotal } from '../orders/orderItems.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { withTrackingCodes } from '../orders/trackingCodes.ts'
import { trackingSender } from '../orders/trackingSender.ts'

export const createSalesOrder: PublicOperation<'createSalesOrder'> = async (context) => {
  const { caller, body, db, now } = context
  assertValidFields(await validateOrder(context))
  const businessId = caller.business.id
  const contactId = await findOrCreateContact(db, businessId, body.channel_id, body)
  if (contactId === undefined) throw new Error('The contract requires a contact')
  const items = await createItems(db, body.order_items, body.currency)
  const times = {
    created_at: toEdeskTime(now),
    order_created_at: body.order_created_at ?? null,
    order_shipped_at: body.order_shipped_at ?? null,
    statusEventAt: null,
  }
  const order = {
    ...times,
    id: await nextInSequence(db, 'salesOrders'),
    businessId,
    channel_id: body.channel_id,
    seller_order_id: body.seller_order_id,
    status: body.status,
    order_items: items,
    shipping_amount: body.shipping_amount,
    total_amount: orderTotal(items, body.shipping_amount),
    currency: body.currency,
    ship_to: toAddress(body.ship_to),
    bill_to: body.bill_to ? toAddress(body.bill_to) : null,
    contact_id: contactId,
    tracking: withTrackingCodes([], body.tracking_codes ?? [], trackingSender(caller, now)),
    last_updated_at: lastOrderUpdate(times),
    sales_order_delivery_dates: withDeliveryDates(null, body.sales_order_delivery_dates),
    delivery_type: body.delivery_type ?? null,
    custom_fields: await withCustomFields(db, [], body.custom_fields),
  }
  await db.put('salesOrders', order)
  return { data: await toSalesOrder(order, db) }
}

async function validateOrder({
  caller,
  body,
  db,
}: PublicContext<'createSalesOrder'>): Promise<FieldCodes> {
  const businessId = caller.business.id
  const channel = await findOwned(db, 'channels', businessId, body.channel_id)
  const taken = channel && (await isNumberTaken(db, { ...body, businessId }))
  return {
    ...validateOrderFields(body),
    ...(channel ? {} : { channel_id: '4002' }),
    ...(taken ? { seller_order_id: '4003' } : {}),
    ...validateNotBlank(body, ['seller_order_id']),
    ...(await validateContact(db, businessId, channel?.id, body)),
  }
}
