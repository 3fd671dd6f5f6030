import { toEdeskTime } from '../domain/edeskTime.ts'
import type {
  ContactRecord,
  MessageRecord,
  SalesOrderRecord,
  TicketRecord,
  TrackingRecord,
} from '../domain/helpdeskRecords.ts'

type OrderItem = SalesOrderRecord['order_items'][number]

/** Demo records of one business: a builder names only what matters, and the rest is as usual. */
export function helpdeskOf(businessId: string, now: Date) {
  const ago = (hours: number) => toEdeskTime(new Date(now.getTime() - hours * 3_600_000))

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
    wanted: {
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
    const at = ago(wanted.hoursAgo)
    const { contact: buyer, items, shipping = 0 } = wanted
    const goods = items.reduce((sum, { end_price, quantity }) => sum + end_price * quantity, 0)
    return {
      id,
      businessId,
      channel_id: wanted.channelId,
      seller_order_id: wanted.number,
      status: wanted.status,
      order_items: items,
      shipping_amount: shipping,
      total_amount: Math.round((goods + shipping) * 100) / 100,
      ship_to: {
        name: buyer.full_name,
        line_1: '12 Harbour Street',
        line_2: null,
        city: wanted.city,
        state: null,
        county: null,
        country: 'IE',
        postcode: 'H91 X2C3',
        country_name: 'Ireland',
      },
      bill_to: null,
      contact_id: buyer.id,
      tracking: wanted.tracking ?? [],
      currency: 'EUR',
      created_at: at,
      last_updated_at: at,
      statusEventAt: null,
      sales_order_delivery_dates: null,
      order_created_at: at,
      order_shipped_at: wanted.tracking ? at : null,
      delivery_type: 'Standard',
      custom_fields: [],
    }
  }

  function ticket(
    id: number,
    subject: string,
    wanted: {
      status: TicketRecord['status']
      unread?: boolean
      channelId: number
      contact: ContactRecord
      order?: SalesOrderRecord
      type?: TicketRecord['type']
      tags?: number[]
      owner?: number
    },
    said: readonly MessageRecord[],
  ): TicketRecord {
    const times = said.map(({ created_at }) => created_at).sort()
    return {
      id,
      businessId,
      subject,
      type: wanted.type ?? 'Query',
      channel_id: wanted.channelId,
      status: wanted.status,
      unread: wanted.unread ?? false,
      priority: false,
      sales_order_id: wanted.order?.id ?? null,
      external_order_id: wanted.order?.seller_order_id ?? null,
      created_at: times[0] ?? ago(0),
      last_updated_at: times.at(-1) ?? ago(0),
      owner_user_id: wanted.owner ?? null,
      custom_fields: [],
      tags_ids: wanted.tags ?? [],
      contact_id: wanted.contact.id,
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

/** An item of an order. */
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
