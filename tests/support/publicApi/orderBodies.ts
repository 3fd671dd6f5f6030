import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']

/** A good body for a new order; a test names only what matters to it. */
export function newOrder(
  wanted: Partial<Schemas['SalesOrderRequest']> = {},
): Schemas['SalesOrderRequest'] {
  const who = 'contact' in wanted ? {} : { contact_id: 1 }
  return {
    channel_id: 1,
    seller_order_id: 'NW-1005',
    currency: 'EUR',
    status: 'OrderReceived',
    shipping_amount: 4.5,
    order_items: [newItem()],
    ship_to: address(),
    ...who,
    ...wanted,
  }
}

/** A good item for it. */
export function newItem(
  wanted: Partial<Schemas['SalesOrderItemRequest']> = {},
): Schemas['SalesOrderItemRequest'] {
  return {
    sku: 'OAK-BRD-S',
    title: 'Oak board, small',
    quantity: 1,
    item_amount: 19.9,
    shipping_amount: 4.5,
    ...wanted,
  }
}

/** A good address. */
export function address(
  wanted: Partial<Schemas['AddressRequest']> = {},
): Schemas['AddressRequest'] {
  return {
    name: 'Maja Lindqvist',
    line_1: '12 Harbour Street',
    city: 'Galway',
    country: 'IE',
    postcode: 'H91 X2C3',
    ...wanted,
  }
}
