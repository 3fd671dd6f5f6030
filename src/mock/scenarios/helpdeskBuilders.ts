import { msPerHour } from '#src/shared/time.ts'

import { toEdeskTime } from '../domain/edeskTime.ts'
import type {
  ContactRecord,
  MessageRecord,
  SalesOrderRecord,
  TicketRecord,
  TrackingRecord,
} from '../domain/helpdeskRecords.ts'
import { orderTotal } from '../publicApi/orders/orderItems.ts'
import type { SeedData } from './seedData.ts'

type OrderItem = SalesOrderRecord['order_items'][number]

/** The helpdesk data of a business. */
export type Helpdesk = Pick<
  SeedData,
  | 'channels'
  | 'contacts'
  | 'salesOrders'
  | 'orderNotes'
  | 'tickets'
  | 'messages'
  | 'tags'
  | 'tagGroups'
  | 'templates'
>

/** Creates builders for the demo records of one business. Callers pass only the relevant fields; the others get defaults. */
export function createHelpdeskBuilders(businessId: string, now: Date) {
  const ago = (hours: number) => toEdeskTime(new Date(now.getTime() - hours * msPerHour))

  function contact(id: number, channelId: number, fullName: string, email: string): ContactRecord {
    return {
      id,
      businessId,
      channel_id: channelId,
      client_id: 1,
      full_name: fullName,
      phone_number: '',
      email,
    }
  }

  function order(
    id: number,
    options: {
      number: string
      channelId: number
      contact: ContactRecord
      city: string
      hoursAgo: number
      status: SalesOrderRecord['status']
      items: OrderItem[]
      shipping?: number
      tracking?: TrackingRecord[]
    },
  ): SalesOrderRecord {
    const at = ago(options.hoursAgo)
    const { contact: buyer, items, shipping = 0 } = options
    return {
      id,
      businessId,
      channel_id: options.channelId,
      seller_order_id: options.number,
      status: options.status,
      order_items: items,
      shipping_amount: shipping,
      total_amount: orderTotal(items, shipping),
      ship_to: {
        name: buyer.full_name,
        line_1: '12 Harbour Street',
        line_2: null,
        city: options.city,
        state: null,
        county: null,
        country: 'IE',
        postcode: 'H91 X2C3',
        country_name: 'Ireland',
      },
      bill_to: null,
      contact_id: buyer.id,
      tracking: options.tracking ?? [],
      currency: 'EUR',
      created_at: at,
      last_updated_at: at,
      statusEventAt: null,
      sales_order_delivery_dates: null,
      order_created_at: at,
      order_shipped_at: options.tracking ? at : null,
      delivery_type: 'Standard',
      custom_fields: [],
    }
  }

  function ticket(
    id: number,
    subject: string,
    options: {
      status: TicketRecord['status']
      unread?: boolean
      channelId: number
      contact: ContactRecord
      order?: SalesOrderRecord
      type?: TicketRecord['type']
      tags?: number[]
      owner?: number
    },
    messages: readonly MessageRecord[],
  ): TicketRecord {
    const times = messages.map(({ created_at }) => created_at).sort()
    return {
      id,
      businessId,
      subject,
      type: options.type ?? 'Query',
      channel_id: options.channelId,
      status: options.status,
      unread: options.unread ?? false,
      priority: false,
      sales_order_id: options.order?.id ?? null,
      external_order_id: options.order?.seller_order_id ?? null,
      created_at: times[0] ?? ago(0),
      last_updated_at: times.at(-1) ?? ago(0),
      owner_user_id: options.owner ?? null,
      custom_fields: [],
      tags_ids: options.tags ?? [],
      contact_id: options.contact.id,
      ai_classification: null,
    }
  }

  function message(
    id: number,
    ticketId: number,
    by: { contact: ContactRecord } | { userId: string },
    hoursAgo: number,
    body: string,
    type: 'Message' | 'Note' = 'Message',
  ): MessageRecord {
    const fromCustomer = 'contact' in by
    return {
      id,
      businessId,
      external_id: null,
      subject: '',
      created_at: ago(hoursAgo),
      from_consumer_id: fromCustomer ? by.contact.id : null,
      userId: fromCustomer ? null : by.userId,
      type,
      attachments: [],
      direction: fromCustomer ? 'Incoming' : type === 'Note' ? 'Other' : 'Outgoing',
      body,
      errors: [],
      ticket_id: ticketId,
    }
  }

  return { ago, contact, order, ticket, message }
}

/** Builds an order item. */
export function item(
  id: number,
  sku: string,
  title: string,
  price: number,
  quantity = 1,
): OrderItem {
  return {
    id,
    product: {
      id,
      sku,
      title,
      brand: 'Northwind',
      dimensions: null,
      weight: 0,
      product_image_url: '',
      marketplace_link: '',
      price,
      currency: 'EUR',
    },
    quantity,
    end_price: price,
  }
}
