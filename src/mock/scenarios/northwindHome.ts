import { createHelpdeskBuilders, type Helpdesk, item } from './helpdeskBuilders.ts'

export const northwindHome = 'biz_northwind'

const ownShop = 1
const amazon = 2
const ebay = 3

/** The helpdesk of the business on the Professional plan. */
export function northwindHelpdesk(now: Date): Helpdesk {
  const { ago, contact, order, ticket, message } = createHelpdeskBuilders(northwindHome, now)
  const businessId = northwindHome
  const sam = { userId: 'usr_sam' }
  const noor = { userId: 'usr_noor' }

  const maja = contact(1, ownShop, 'Maja Lindqvist', 'maja.lindqvist@example.com')
  const tom = contact(2, amazon, 'Tom Okafor', 'tom.okafor@example.com')
  const ines = contact(3, ebay, 'Inês Carvalho', 'ines.carvalho@example.com')
  const henrik = contact(4, ownShop, 'Henrik Vos', 'henrik.vos@example.com')
  const claire = contact(5, ownShop, 'Claire Dubois', 'claire.dubois@example.com')
  const ravi = contact(6, amazon, 'Ravi Menon', 'ravi.menon@example.com')

  const board = order(1001, {
    number: 'NW-1001',
    channelId: ownShop,
    contact: maja,
    city: 'Galway',
    hoursAgo: 70,
    status: 'PaymentReceived',
    shipping: 4.5,
    items: [
      item(1, 'OAK-BRD-L', 'Oak serving board', 34.9),
      item(2, 'LIN-NAP-4', 'Linen napkins, set of four', 14),
    ],
  })
  const throwOrder = order(1002, {
    number: 'NW-1002',
    channelId: amazon,
    contact: tom,
    city: 'Cork',
    hoursAgo: 30,
    status: 'OrderReceived',
    items: [item(3, 'WOL-THR-RU', 'Wool throw, rust', 129)],
  })
  const mugs = order(1003, {
    number: 'NW-1003',
    channelId: ebay,
    contact: ines,
    city: 'Dublin',
    hoursAgo: 120,
    status: 'OrderShipped',
    shipping: 4.5,
    items: [item(4, 'STO-MUG-GR', 'Stoneware mug, grey', 20, 3)],
    tracking: [
      {
        tracking_code: 'CE123456785IE',
        tracking_link: 'https://www.example.com/track/CE123456785IE',
        tracking_carrier_name: 'An Post',
        sentWith: null,
      },
    ],
  })
  const candles = order(1004, {
    number: 'NW-1004',
    channelId: ownShop,
    contact: henrik,
    city: 'Limerick',
    hoursAgo: 160,
    status: 'Delivered',
    items: [item(5, 'BEE-CAN-6', 'Beeswax candles, set of six', 22)],
  })

  const messages = [
    message(
      1,
      1,
      { contact: maja },
      3,
      'Hello, I ordered a serving board last week.\nCan you tell me when it will arrive?',
    ),
    message(
      2,
      2,
      { contact: tom },
      9,
      'I gave you my old address by mistake. Is it too late to change it?',
    ),
    message(
      3,
      2,
      sam,
      7.5,
      'Not at all, Tom. Send us the new one, and we change it before the parcel leaves.',
    ),
    message(4, 2, noor, 7, 'Hold this parcel until the new address is here.', 'Note'),
    message(5, 3, { contact: ines }, 30, 'Two mugs are lovely, the third has a crack.'),
    message(
      6,
      3,
      noor,
      28,
      'I am sorry to hear that, Inês. A new one is on its way. Keep the cracked one for pencils.',
    ),
    message(7, 4, { contact: henrik }, 96, 'My partner cannot stand perfume.'),
    message(8, 4, sam, 95, 'They smell of nothing but a little honey.'),
    message(
      9,
      5,
      { contact: claire },
      50,
      'Could you send us an invoice with our tax number on it?',
    ),
    message(10, 6, { contact: ravi }, 200, 'The throw is even nicer than in the pictures.'),
  ]
  const messagesOf = (ticketId: number) =>
    messages.filter(({ ticket_id }) => ticket_id === ticketId)

  return {
    channels: [
      {
        id: ownShop,
        businessId,
        type: 'Shopify',
        country: 'IE',
        currency: 'EUR',
        name: 'Own shop',
      },
      { id: amazon, businessId, type: 'Amazon', country: 'IE', currency: 'EUR', name: 'Amazon' },
      { id: ebay, businessId, type: 'eBay', country: 'IE', currency: 'EUR', name: 'eBay' },
    ],
    contacts: [maja, tom, ines, henrik, claire, ravi],
    salesOrders: [board, throwOrder, mugs, candles],
    orderNotes: [
      {
        id: 1,
        businessId,
        sales_order_id: board.id,
        userId: 'usr_sam',
        text: 'A present: please no invoice in the parcel.',
        attachments: [],
        created_at: ago(68),
        last_updated_at: ago(68),
      },
    ],
    tickets: [
      ticket(
        1,
        'Where is my order?',
        {
          status: 'Open',
          unread: true,
          channelId: ownShop,
          contact: maja,
          order: board,
          type: 'OrderShippingInquiry',
          tags: [1],
        },
        messagesOf(1),
      ),
      ticket(
        2,
        'Wrong address on order NW-1002',
        {
          status: 'Open',
          channelId: amazon,
          contact: tom,
          order: throwOrder,
          type: 'OrderQuery',
          tags: [2],
          owner: 2,
        },
        messagesOf(2),
      ),
      ticket(
        3,
        'One mug arrived broken',
        {
          status: 'Pending',
          channelId: ebay,
          contact: ines,
          order: mugs,
          type: 'DefectiveItemReceived',
          owner: 4,
        },
        messagesOf(3),
      ),
      ticket(
        4,
        'Do the candles come unscented?',
        {
          status: 'Closed',
          channelId: ownShop,
          contact: henrik,
          order: candles,
          type: 'ProductQuery',
        },
        messagesOf(4),
      ),
      ticket(
        5,
        'Invoice for our office',
        { status: 'Open', channelId: ownShop, contact: claire, type: 'InvoiceRequest' },
        messagesOf(5),
      ),
      ticket(
        6,
        'A word of thanks',
        { status: 'Closed', channelId: amazon, contact: ravi, type: 'FeedbackReply' },
        messagesOf(6),
      ),
    ],
    messages,
    tagGroups: [
      {
        id: 1,
        businessId,
        name: 'Shipping',
        user_id: 1,
        entity_type: 'Ticket',
        type: 'Custom',
        hide: false,
      },
      {
        id: 2,
        businessId,
        name: 'Product',
        user_id: 1,
        entity_type: 'Product',
        type: 'Voice',
        hide: false,
      },
    ],
    tags: [
      {
        id: 1,
        businessId,
        name: 'Late parcel',
        active: true,
        tag_group_id: 1,
        color: 'FF5722',
        icon: 'truck',
      },
      {
        id: 2,
        businessId,
        name: 'Address',
        active: true,
        tag_group_id: 1,
        color: '2C6DEF',
        icon: 'globe',
      },
    ],
    templates: [
      {
        id: 1,
        businessId,
        name: 'Your parcel is on its way',
        subject: null,
        body_text: 'Good news: your parcel has left our house.',
        channels: null,
        template_usage: 'Manual',
        template_type: ['Consumer'],
        query_type: null,
        order_status: null,
        delivery_date: null,
        active: true,
        order_fulfilment: null,
        created_at: ago(2000),
        message_subject: null,
        invoice_attached: false,
        only_use_if_no_replies_yet: false,
        ai_classification: null,
        attachments: [],
      },
    ],
  }
}
