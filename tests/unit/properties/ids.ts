import fc from 'fast-check'

import { anyCharacter } from '../../support/anyCharacter.ts'

export type Business = 'northwind' | 'lantern'

/** The ids of each business in the demo's data. */
const own = {
  northwind: {
    channel: [1, 2, 3],
    contact: [1, 2, 3, 4, 5, 6],
    order: [1001, 1002, 1003, 1004],
    item: [1, 2, 3, 4, 5],
    note: [1],
    ticket: [1, 2, 3, 4, 5, 6],
    message: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    tag: [1, 2],
    tagGroup: [1, 2],
    template: [1],
    user: [1, 2, 3, 4],
  },
  lantern: {
    channel: [21],
    contact: [21],
    order: [2001],
    item: [21],
    note: [21],
    ticket: [21],
    message: [21],
    tag: [21],
    tagGroup: [21],
    template: [21],
    user: [21],
  },
} as const

export type Kind = keyof (typeof own)['northwind']

/** The kind of thing that the ids in fields and parameters identify, by name. */
const kindOf: Readonly<Record<string, Kind>> = {
  salesOrderId: 'order',
  orderNoteId: 'note',
  ticketId: 'ticket',
  messageId: 'message',
  tagId: 'tag',
  templateId: 'template',
  channel_id: 'channel',
  channels: 'channel',
  filter_channel_id_equals: 'channel',
  contact_id: 'contact',
  filter_contact_id_equals: 'contact',
  consumer_id: 'contact',
  sales_order_id: 'order',
  filter_sales_order_id_equals: 'order',
  filter_id_gte: 'order',
  filter_id_lte: 'order',
  ticket_id: 'ticket',
  tag_ids: 'tag',
  tag_group_id: 'tagGroup',
  owner_user_id: 'user',
  filter_owner_user_id_equals: 'user',
  id: 'item',
}

/** An id that does not exist. */
export const unknownId = 987_654

/** The kind of thing that an id in this field or parameter identifies; undefined if it holds no id of ours. */
export function kindOfField(name: string): Kind | undefined {
  return Object.hasOwn(kindOf, name) ? kindOf[name] : undefined
}

/** An id of the business. The first is likelier, so that related records meet. */
export function ownId(kind: Kind, business: Business = 'northwind'): fc.Arbitrary<number> {
  const ids: readonly number[] = own[business][kind]
  const first = ids.slice(0, 1)
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...first) },
    { weight: 1, arbitrary: fc.constantFrom(...ids) },
  )
}

/** An id of this kind that belongs to the other business. */
export function foreignId(kind: Kind): number {
  return own.lantern[kind][0]
}

/** Ids in a path: existing, of another business, unknown, and invalid. */
export function anyPathId(kind: Kind): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 10, arbitrary: ownId(kind).map(String) },
    { weight: 3, arbitrary: fc.constant(String(foreignId(kind))) },
    { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '0',
        '01',
        '1.0',
        '1e3',
        '%31',
        '%E0%A4%A',
        '%00',
        '-1',
        '１',
        '~',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: anyCharacter, minLength: 1 }).map(encodeURIComponent),
    },
  )
}
