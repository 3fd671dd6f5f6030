import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']

/** Returns a valid body for a new order, with these changes. */
export function newOrder(
  wanted: Partial<Schemas['SalesOrderRequest']> = {},
): Schemas['SalesOrderRequest'] {
  const contact = 'contact' in wanted ? {} : { contact_id: 1 }
  return {
    channel_id: 1,
    seller_order_id: 'NW-1005',
    currency: 'EUR',
    status: 'OrderReceived',
    shipping_amount: 4.5,
    order_items: [newItem()],
    ship_to: address(),
    ...contact,
    ...wanted,
  }
}

/** Returns a valid order item, with these changes. */
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

/** Returns a valid address, with these changes. */
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
