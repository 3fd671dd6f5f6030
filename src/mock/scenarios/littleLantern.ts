import { createHelpdeskBuilders, type Helpdesk, item } from './helpdeskBuilders.ts'

export const littleLantern = 'biz_lantern'

/** The helpdesk of the business on the Starter plan: one record of each kind, which other businesses must not see. */
export function lanternHelpdesk(now: Date): Helpdesk {
  const { ago, contact, order, ticket, message } = createHelpdeskBuilders(littleLantern, now)
  const businessId = littleLantern
  const paula = contact(21, 21, 'Paula Stein', 'paula.stein@example.com')
  const lanterns = order(2001, {
    number: 'LL-2001',
    channelId: 21,
    contact: paula,
    city: 'Sligo',
    hoursAgo: 20,
    status: 'OrderReceived',
    items: [item(21, 'PAP-LAN-W', 'Paper lantern, white', 17.5, 2)],
  })
  const messages = [message(21, 21, { contact: paula }, 5, 'It rains a lot here. Will they last?')]
  return {
    channels: [
      { id: 21, businessId, type: 'Shopify', country: 'IE', currency: 'EUR', name: 'Lantern shop' },
    ],
    contacts: [paula],
    salesOrders: [lanterns],
    orderNotes: [
      {
        id: 21,
        businessId,
        sales_order_id: lanterns.id,
        userId: 'usr_sky',
        text: 'Wrap each lantern on its own.',
        attachments: [],
        created_at: ago(19),
        last_updated_at: ago(19),
      },
    ],
    tickets: [
      ticket(
        21,
        'Are the lanterns safe outdoors?',
        {
          status: 'Open',
          channelId: 21,
          contact: paula,
          order: lanterns,
          type: 'ProductQuery',
          tags: [21],
        },
        messages,
      ),
    ],
    messages,
    tagGroups: [
      {
        id: 21,
        businessId,
        name: 'Weather',
        user_id: 21,
        entity_type: 'Ticket',
        type: 'Custom',
        hide: false,
      },
    ],
    tags: [
      {
        id: 21,
        businessId,
        name: 'Rain',
        active: true,
        tag_group_id: 21,
        color: '2196F3',
        icon: null,
      },
    ],
    templates: [
      {
        id: 21,
        businessId,
        name: 'Rain and paper',
        subject: null,
        body_text: 'Our paper lanterns like to stay dry.',
        channels: null,
        template_usage: 'Manual',
        template_type: ['Consumer'],
        query_type: null,
        order_status: null,
        delivery_date: null,
        active: true,
        order_fulfilment: null,
        created_at: ago(1000),
        message_subject: null,
        invoice_attached: false,
        only_use_if_no_replies_yet: false,
        ai_classification: null,
        attachments: [],
      },
    ],
  }
}
