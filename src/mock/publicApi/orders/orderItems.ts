import type { components } from '#src/api/generated/schema.ts'

import type { SalesOrderRecord } from '../../domain/helpdeskRecords.ts'
import type { Writer } from '../../domain/schema.ts'
import { inCents, isAmount } from './amounts.ts'
import { validateEach } from '../fields/validateEach.ts'
import type { FieldCodes } from '../edeskError.ts'
import { numbersInSequence } from '../../server/records/sequences.ts'
import { keepUnlessGiven } from '../records/keepUnlessGiven.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

type Schemas = components['schemas']
type Item = Schemas['SalesOrderItem']
type NewItem = Schemas['SalesOrderItemRequest']
type ChangedItem = Schemas['SalesOrderItemUpdateRequest']

/** Validates the items in a request, beyond the contract check. */
export function validateItems(given?: readonly (NewItem | ChangedItem)[]): FieldCodes {
  if (given?.length === 0) return { order_items: '4001' }
  return validateEach('order_items', given, validateItem)
}

/** Reports the items in a request that are not in the order. */
export function validateItemIds(
  order: SalesOrderRecord,
  given: readonly ChangedItem[] = [],
): FieldCodes {
  const own = new Set(order.order_items.map(({ id }) => id))
  return validateEach('order_items', given, ({ id }, prefix) =>
    own.has(id) ? {} : { [`${prefix}id`]: '4017' },
  )
}

/** Converts the items in a request to the stored items of a new order. */
export async function createItems(
  db: Writer,
  given: readonly NewItem[],
  currency: string,
): Promise<Item[]> {
  const ids = await numbersInSequence(db, 'orderItems', given.length)
  return given.map((item, index) => withItemData(emptyItem(ids[index] ?? 0, currency), item))
}

/** Applies the item changes in a request. Fields that the request omits keep their value. */
export function applyItemChanges(
  items: readonly Item[],
  given: readonly ChangedItem[] = [],
  currency: string,
): Item[] {
  const byId = new Map(given.map((item) => [item.id, item]))
  return items.map((item) => {
    const existing = { ...item, product: { ...item.product, currency } }
    const change = byId.get(item.id)
    return change ? withItemData(existing, change) : existing
  })
}

/** Calculates the total of an order: its items plus shipping. */
export function orderTotal(items: readonly Item[], shippingAmount: number): number {
  const itemsTotal = items.reduce((sum, { end_price, quantity }) => sum + end_price * quantity, 0)
  return inCents(itemsTotal + shippingAmount)
}

function validateItem(item: NewItem | ChangedItem, prefix: string): FieldCodes {
  const { quantity, item_amount, shipping_amount, weight = 0 } = item
  const checks = {
    quantity: quantity > 0 && isAmount(quantity),
    item_amount: isAmount(item_amount),
    shipping_amount: isAmount(shipping_amount),
    weight: isAmount(Number(weight)),
  }
  const invalid = Object.entries(checks).flatMap(([name, isValid]) =>
    isValid ? [] : [[`${prefix}${name}`, '4007' as const] as const],
  )
  return { ...Object.fromEntries(invalid), ...validateNotBlank(item, ['sku', 'title'], prefix) }
}

/** A new item. In the demo data each item has its own product. */
function emptyItem(id: number, currency: string): Item {
  return {
    id,
    product: {
      id,
      sku: '',
      title: '',
      brand: '',
      dimensions: null,
      weight: 0,
      product_image_url: '',
      marketplace_link: '',
      price: 0,
      currency,
    },
    quantity: 1,
    end_price: 0,
  }
}

function withItemData({ id, product }: Item, given: NewItem | ChangedItem): Item {
  return {
    id,
    product: {
      ...product,
      sku: given.sku,
      title: given.title,
      brand: given.brand ?? product.brand,
      dimensions: keepUnlessGiven(given.dimensions, product.dimensions),
      weight: given.weight === undefined ? product.weight : Number(given.weight),
      product_image_url: given.product_image_url ?? product.product_image_url,
      price: given.item_amount,
    },
    quantity: given.quantity,
    end_price: given.item_amount,
  }
}
