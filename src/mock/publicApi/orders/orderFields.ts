import type { components } from '#src/api/generated/schema.ts'

import type { SalesOrderRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { validateAddress } from './addresses.ts'
import { isAmount } from './amounts.ts'
import { validateCustomFields } from '../fields/customFields.ts'
import type { FieldCodes } from '../edeskError.ts'
import { validateItems } from './orderItems.ts'
import { keepUnlessGiven } from '../records/keepUnlessGiven.ts'
import { validateTrackingCodes } from './trackingCodes.ts'

type Schemas = components['schemas']
type DeliveryDates = Schemas['SalesOrderDeliveryDates']

/** Validates the order fields that do not depend on other records, for a new order or an update of an existing one. */
export function validateOrderFields(
  given: Schemas['SalesOrderRequest'] | Schemas['SalesOrderUpdateRequest'],
  existing?: SalesOrderRecord,
): FieldCodes {
  const { currency, shipping_amount = 0 } = given
  return {
    ...validateCurrency(currency),
    ...(isAmount(shipping_amount) ? {} : { shipping_amount: '4007' }),
    ...validateItems(given.order_items),
    ...validateAddress('ship_to', given.ship_to),
    ...validateAddress('bill_to', given.bill_to),
    ...validateTrackingCodes(given.tracking_codes),
    ...validateCustomFields(existing?.custom_fields ?? [], given.custom_fields),
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
  if (!given) return keepUnlessGiven(given, before)
  const { expected_delivery_from: from, expected_delivery_to: to } = given
  return {
    expected_delivery_from: keepUnlessGiven(from, before?.expected_delivery_from ?? null),
    expected_delivery_to: keepUnlessGiven(to, before?.expected_delivery_to ?? null),
  }
}

function validateCurrency(currency: string | undefined): FieldCodes {
  if (currency === undefined || /^[a-z]{3}$/i.test(currency)) return {}
  return { currency: currency.trim() === '' ? '4001' : '4007' }
}
