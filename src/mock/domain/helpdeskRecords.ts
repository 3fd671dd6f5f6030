import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']

/**
 * A helpdesk record of a business. It is stored in the format of eDesk's API (names, enumerations, times as
 * "YYYY-MM-DD HH:MM:SS" in UTC). Fields derived from other records are not stored, but looked up for each response.
 */
type Stored<Data, Derived extends keyof Data = never> = Omit<Data, Derived> & { businessId: string }

/** The token that an application used to send something, and when. Agents see it beside what was sent. */
export interface SentWith {
  tokenId: string
  tokenName: string
  /** ISO 8601. */
  at: string
}

export type TrackingRecord = Schemas['Tracking'] & { sentWith: SentWith | null }

export type SalesOrderRecord = Stored<
  Schemas['SalesOrder'],
  'ticket_id' | 'order_notes_id' | 'tracking_codes' | 'last_updated_at'
> & {
  tracking: TrackingRecord[]
  currency: string
  last_updated_at: string
  /** When the status last changed to one that is an event, such as paid or sent. */
  statusEventAt: string | null
}
export type OrderNoteRecord = Stored<Schemas['OrderNote'], 'user'> & { userId: string }
export type TicketRecord = Stored<
  Schemas['Ticket'],
  'sales_order' | 'messages_ids' | 'replies' | 'uri' | 'time_left_to_reply' | 'last_updated_at'
> & {
  /** The time of the last message, or of the ticket's creation; never null. */
  last_updated_at: string
  /** Flags that are independent of the status. */
  unread: boolean
  priority: boolean
}
export type MessageRecord = Stored<Schemas['Message'], 'from_user'> & { userId: string | null }
export type TagRecord = Stored<Schemas['Tag']>
export type TagGroupRecord = Stored<Schemas['TagGroup']>
export type ChannelRecord = Stored<Schemas['Channel']>
export type ContactRecord = Stored<Schemas['Contact']>
export type TemplateRecord = Stored<Schemas['Template']>
