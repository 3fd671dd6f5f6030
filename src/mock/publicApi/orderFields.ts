import type { components } from '#src/api/generated/schema.ts'

import type { SalesOrderRecord } from '../domain/helpdeskRecords.ts'
import type { Reader } from '../storage/storage.ts'
import { codesOfAddress } from './addresses.ts'
import { isAmount } from './amounts.ts'
import { codesOfCustomFields } from './customFields.ts'
import type { FieldCodes } from './edeskError.ts'
import { codesOfItems } from './orderItems.ts'
import { orKept } from './orKept.ts'
import { codesOfTrackingCodes } from './tracking.ts'

type Schemas = components['schemas']
type DeliveryDates = Schemas['SalesOrderDeliveryDates']

/** Validates the order fields that do not depend on other records, for a new order or an update. */
export function codesOfOrderFields(
  given: Schemas['SalesOrderRequest'] | Schemas['SalesOrderUpdateRequest'],
): FieldCodes {
  const { currency, shipping_amount = 0 } = given
  return {
    ...codesOfCurrency(currency),
    ...(isAmount(shipping_amount) ? {} : { shipping_amount: '4007' }),
    ...codesOfItems(given.order_items),
    ...codesOfAddress('ship_to', given.ship_to),
    ...codesOfAddress('bill_to', given.bill_to),
    ...codesOfTrackingCodes(given.tracking_codes),
    ...codesOfCustomFields(given.custom_fields),
  }
}

/** Whether another order of the channel already has the number. */
export async function isNumberTaken(
  db: Reader,
  {
    businessId,
    channel_id,
    seller_order_id,
  }: Pick<SalesOrderRecord, 'businessId' | 'channel_id' | 'seller_order_id'>,
): Promise<boolean> {
  return (await db.count('salesOrders', 'byNumber', [businessId, channel_id, seller_order_id])) > 0
}

/** Applies a request's changes to an order's delivery dates. */
export function withDeliveryDates(
  before: DeliveryDates | null,
  given: Schemas['SalesOrderDeliveryDatesRequest'] | undefined,
): DeliveryDates | null {
  if (!given) return orKept(given, before)
  const { expected_delivery_from: from, expected_delivery_to: to } = given
  return {
    expected_delivery_from: orKept(from, before?.expected_delivery_from ?? null),
    expected_delivery_to: orKept(to, before?.expected_delivery_to ?? null),
  }
}

function codesOfCurrency(currency: string | undefined): FieldCodes {
  if (currency === undefined || /^[a-z]{3}$/i.test(currency)) return {}
  return { currency: currency.trim() === '' ? '4001' : '4007' }
}
