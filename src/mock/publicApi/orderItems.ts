import type { components } from '#src/api/generated/schema.ts'

import type { SalesOrderRecord } from '../domain/helpdeskRecords.ts'
import type { Writer } from '../storage/storage.ts'
import { inCents, isAmount } from './amounts.ts'
import { codesOfEach } from './codesOfEach.ts'
import type { FieldCodes } from './edeskError.ts'
import { nextNumber } from '../storage/numbers.ts'
import { orKept } from './orKept.ts'
import { codesOfBlankTexts } from './requiredTexts.ts'

type Schemas = components['schemas']
type Item = Schemas['SalesOrderItem']
type NewItem = Schemas['SalesOrderItemRequest']
type ChangedItem = Schemas['SalesOrderItemUpdateRequest']

/** What is wrong with the items in a request, besides what the contract's check finds. */
export function codesOfItems(given?: readonly (NewItem | ChangedItem)[]): FieldCodes {
  if (given?.length === 0) return { order_items: '4001' }
  return codesOfEach('order_items', given, codesOfItem)
}

/** The items in a request that the order does not have. */
export function codesOfStrangeItems(
  order: SalesOrderRecord,
  given: readonly ChangedItem[] = [],
): FieldCodes {
  const own = new Set(order.order_items.map(({ id }) => id))
  return codesOfEach('order_items', given, ({ id }, prefix) =>
    own.has(id) ? {} : { [`${prefix}id`]: '4017' },
  )
}

/** The items of a new order, as they are kept. */
export async function keepItems(
  db: Writer,
  given: readonly NewItem[],
  currency: string,
): Promise<Item[]> {
  const items: Item[] = []
  for (const item of given) {
    items.push(withItemData(emptyItem(await nextNumber(db, 'orderItems'), currency), item))
  }
  return items
}

/** The items of an order with new data where a request has some. What it leaves out of an item stays. */
export function changedItems(
  items: readonly Item[],
  given: readonly ChangedItem[] = [],
  currency: string,
): Item[] {
  const byId = new Map(given.map((item) => [item.id, item]))
  return items.map((item) => {
    const kept = { ...item, product: { ...item.product, currency } }
    const change = byId.get(item.id)
    return change ? withItemData(kept, change) : kept
  })
}

/** What an order costs: its goods and its shipping. */
export function totalOf(items: readonly Item[], shippingAmount: number): number {
  const goods = items.reduce((sum, { end_price, quantity }) => sum + end_price * quantity, 0)
  return inCents(goods + shippingAmount)
}

function codesOfItem(item: NewItem | ChangedItem, prefix: string): FieldCodes {
  const { quantity, item_amount, shipping_amount, weight = 0 } = item
  const right = {
    quantity: quantity > 0 && isAmount(quantity),
    item_amount: isAmount(item_amount),
    shipping_amount: isAmount(shipping_amount),
    weight: isAmount(Number(weight)),
  }
  const wrong = Object.entries(right).flatMap(([name, isRight]) =>
    isRight ? [] : [[`${prefix}${name}`, '4007' as const] as const],
  )
  return { ...Object.fromEntries(wrong), ...codesOfBlankTexts(item, ['sku', 'title'], prefix) }
}

/** In these demo data every item is a product of its own. */
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
      dimensions: orKept(given.dimensions, product.dimensions),
      weight: given.weight === undefined ? product.weight : Number(given.weight),
      product_image_url: given.product_image_url ?? product.product_image_url,
      price: given.item_amount,
    },
    quantity: given.quantity,
    end_price: given.item_amount,
  }
}
