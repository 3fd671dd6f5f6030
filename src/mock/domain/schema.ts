import { plainText } from '#src/shared/foldText.ts'

import type * as port from '../storage/port.ts'
import type {
  ChannelRecord,
  ContactRecord,
  MessageRecord,
  OrderNoteRecord,
  SalesOrderRecord,
  TagGroupRecord,
  TagRecord,
  TemplateRecord,
  TicketRecord,
} from './helpdeskRecords.ts'
import type {
  AccessRequestRecord,
  ActivityRecord,
  BusinessRecord,
  CounterRecord,
  CreationRecord,
  LogInAttemptsRecord,
  TokenRequestRecord,
  SessionRecord,
  TokenRecord,
  UsageRecord,
  NoticeReadRecord,
  NoticeRecord,
  PlaceRecord,
  UserRecord,
} from './records.ts'
import { nameOrder } from './nameOrder.ts'
import { tokenIndexValues } from './tokenIndexValues.ts'
import { type TokenProjection, toTokenProjection } from './tokenProjection.ts'

/** The record type of each table. A record's key is its `id`. */
export interface Tables {
  businesses: BusinessRecord
  users: UserRecord
  sessions: SessionRecord
  logInAttempts: LogInAttemptsRecord
  tokens: TokenRecord
  creations: CreationRecord
  activity: ActivityRecord
  accessRequests: AccessRequestRecord
  requests: TokenRequestRecord
  usage: UsageRecord
  places: PlaceRecord
  notices: NoticeRecord
  noticeReads: NoticeReadRecord
  counters: CounterRecord
  salesOrders: SalesOrderRecord
  orderNotes: OrderNoteRecord
  tickets: TicketRecord
  messages: MessageRecord
  tags: TagRecord
  tagGroups: TagGroupRecord
  channels: ChannelRecord
  contacts: ContactRecord
  templates: TemplateRecord
}

const byBusiness = { fields: ['businessId', 'id'], unique: false } as const

const indexes = {
  businesses: {},
  users: {
    byEmail: { fields: ['email'], unique: true },
    byBusiness: { fields: ['businessId', 'nameOrder', 'name', 'id'], unique: false },
    byNumber: { fields: ['businessId', 'number'], unique: true },
  },
  sessions: { byEnd: { fields: ['expiresAt'], unique: false } },
  logInAttempts: { byEnd: { fields: ['forgottenAt'], unique: false } },
  tokens: {
    byCreation: { fields: ['businessId', 'createdAt', 'id'], unique: false },
    byName: { fields: ['businessId', 'nameKey'], unique: true },
    byNameOrder: { fields: ['businessId', 'nameOrder', 'nameKey'], unique: false },
    byEnding: { fields: ['businessId', 'keyEnding'], unique: true },
    byKey: { fields: ['keyHash'], unique: true },
    // Tokens that never expire are not in this index.
    byExpiry: { fields: ['businessId', 'expiresAt', 'id'], unique: false },
    // Tokens without a refused request are not in this index.
    byRefusal: { fields: ['businessId', 'lastRefusedAt', 'id'], unique: false },
    byLastAnswer: { fields: ['businessId', 'lastAnswer', 'id'], unique: false },
    byLateAttempt: { fields: ['businessId', 'triedAfterExpiry'], unique: false },
    byLastActivity: { fields: ['businessId', 'lastActiveAt'], unique: false },
    byFailure: { fields: ['businessId', 'failingUntil'], unique: false },
    byReplacement: { fields: ['businessId', 'replacedUntil'], unique: false },
  },
  creations: {
    byToken: { fields: ['tokenId'], unique: false },
    byCreation: { fields: ['createdAt'], unique: false },
  },
  activity: {
    byBusiness: { fields: ['businessId', 'at', 'id'], unique: false },
    byAction: { fields: ['businessId', 'action', 'at', 'id'], unique: false },
    byPerson: { fields: ['businessId', 'byId', 'at', 'id'], unique: false },
    byPersonAndAction: { fields: ['businessId', 'byId', 'action', 'at', 'id'], unique: false },
    byToken: { fields: ['businessId', 'tokenId', 'at', 'id'], unique: false },
    byTokenAndAction: { fields: ['businessId', 'tokenId', 'action', 'at', 'id'], unique: false },
    byTokenAndPerson: { fields: ['businessId', 'tokenId', 'byId', 'at', 'id'], unique: false },
    byTokenPersonAndAction: {
      fields: ['businessId', 'tokenId', 'byId', 'action', 'at', 'id'],
      unique: false,
    },
    byTokenName: { fields: ['businessId', 'plainTokenName', 'tokenId', 'id'], unique: false },
  },
  accessRequests: {
    byBusiness: { fields: ['businessId', 'status', 'createdAt'], unique: false },
    byUser: { fields: ['userId', 'createdAt'], unique: false },
  },
  requests: {
    byToken: { fields: ['tokenId', 'id'], unique: false },
    byOutcome: { fields: ['tokenId', 'outcome', 'id'], unique: false },
  },
  usage: { byToken: { fields: ['tokenId', 'date'], unique: true } },
  places: { byToken: { fields: ['tokenId', 'lastAt', 'id'], unique: false } },
  notices: { byKind: { fields: ['businessId', 'kind', 'at', 'id'], unique: false } },
  noticeReads: { byUser: { fields: ['userId', 'at', 'id'], unique: false } },
  counters: {},
  salesOrders: {
    byBusiness,
    byCreation: { fields: ['businessId', 'created_at', 'id'], unique: false },
    byUpdate: { fields: ['businessId', 'last_updated_at', 'id'], unique: false },
    byNumber: { fields: ['businessId', 'channel_id', 'seller_order_id'], unique: true },
  },
  orderNotes: {
    byBusiness,
    byOrder: { fields: ['businessId', 'sales_order_id', 'id'], unique: false },
  },
  tickets: {
    byBusiness,
    byCreation: { fields: ['businessId', 'created_at', 'id'], unique: false },
    byUpdate: { fields: ['businessId', 'last_updated_at', 'id'], unique: false },
    byOrder: { fields: ['businessId', 'sales_order_id', 'id'], unique: false },
  },
  messages: {
    byBusiness,
    byTicket: { fields: ['businessId', 'ticket_id', 'created_at', 'id'], unique: false },
  },
  tags: { byBusiness },
  tagGroups: { byBusiness },
  channels: { byBusiness },
  contacts: { byBusiness, byEmail: { fields: ['businessId', 'email', 'id'], unique: false } },
  templates: { byBusiness },
} as const satisfies {
  [Name in keyof Tables]: Record<
    string,
    port.IndexDefinition<
      (keyof Tables[Name] & string) | 'nameOrder' | 'plainTokenName' | keyof typeof tokenIndexValues
    >
  >
}

/** The types of the helpdesk's schema. */
export interface HelpdeskTypes {
  tables: Tables
  indexes: typeof indexes
  rows: { tokens: TokenProjection }
}

/** The tables of the helpdesk. */
export const schema: port.Schema<HelpdeskTypes> = {
  version: 20,
  oldestVersion: 6,
  indexes,
  computed: {
    activity: { plainTokenName: ({ tokenName }) => plainText(tokenName) },
    tokens: tokenIndexValues,
    users: { nameOrder: ({ name }) => nameOrder(name) },
  },
  projections: { tokens: toTokenProjection },
}

export type TableName = port.TableName<HelpdeskTypes>
export type IndexName<Name extends TableName> = port.IndexName<HelpdeskTypes, Name>
export type Reader = port.Reader<HelpdeskTypes>
export type Writer = port.Writer<HelpdeskTypes>
export type Storage = port.Storage<HelpdeskTypes>
