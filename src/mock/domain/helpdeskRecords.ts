import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']

/**
 * What a business has in its helpdesk. It is kept as eDesk's API tells of it (names, enumerations, times as
 * "YYYY-MM-DD HH:MM:SS" in UTC), without what follows from other records: that is looked up for each answer.
 */
type Kept<Data, Derived extends keyof Data = never> = Omit<Data, Derived> & { businessId: string }

/** Who sent something with which token: an agent sees it beside what was sent. */
export interface SentWith {
  tokenId: string
  tokenName: string
  /** ISO 8601. */
  at: string
}

export type TrackingRecord = Schemas['Tracking'] & { sentWith: SentWith | null }

export type SalesOrderRecord = Kept<
  Schemas['SalesOrder'],
  'ticket_id' | 'order_notes_id' | 'tracking_codes' | 'last_updated_at'
> & {
  tracking: TrackingRecord[]
  currency: string
  last_updated_at: string
  /** When a change of its status was last an event, as that it was paid or sent. */
  statusEventAt: string | null
}
export type OrderNoteRecord = Kept<Schemas['OrderNote'], 'user'> & { userId: string }
export type TicketRecord = Kept<
  Schemas['Ticket'],
  'sales_order' | 'messages_ids' | 'replies' | 'uri' | 'time_left_to_reply' | 'last_updated_at'
> & {
  /** The time of the last message, or of its creation: it is never without. */
  last_updated_at: string
  /** Marks beside the status. */
  unread: boolean
  priority: boolean
}
export type MessageRecord = Kept<Schemas['Message'], 'from_user'> & { userId: string | null }
export type TagRecord = Kept<Schemas['Tag']>
export type TagGroupRecord = Kept<Schemas['TagGroup']>
export type ChannelRecord = Kept<Schemas['Channel']>
export type ContactRecord = Kept<Schemas['Contact']>
export type TemplateRecord = Kept<Schemas['Template']>
