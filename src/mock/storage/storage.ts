import { type TokenProjection, toTokenProjection } from '../domain/tokenProjection.ts'
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
} from '../domain/helpdeskRecords.ts'
import type {
  AccessRequestRecord,
  ActivityRecord,
  BusinessRecord,
  CounterRecord,
  CreationRecord,
  RequestLogRecord,
  RequestRecord,
  SessionRecord,
  TokenRecord,
  UsageRecord,
  NoticeReadRecord,
  NoticeRecord,
  UserRecord,
  WorldRecord,
} from '../domain/records.ts'

/** The record type of each table. A record's key is its `id`. */
export interface Tables {
  worlds: WorldRecord
  exchanges: RequestLogRecord
  businesses: BusinessRecord
  users: UserRecord
  sessions: SessionRecord
  tokens: TokenRecord
  creations: CreationRecord
  activity: ActivityRecord
  accessRequests: AccessRequestRecord
  requests: RequestRecord
  usage: UsageRecord
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

export type TableName = keyof Tables
/** A record's key, or the value of an indexed field. */
export type Key = string | number
type Fields<Name extends TableName> = readonly (keyof Tables[Name] & string)[]

const byBusiness = { fields: ['businessId', 'id'], unique: false } as const

/** The indexes of each table, to find and sort its records. A list is read along an index, one page at a time. */
export const indexes = {
  worlds: {},
  exchanges: {},
  businesses: {},
  users: {
    byEmail: { fields: ['email'], unique: true },
    byBusiness: { fields: ['businessId', 'name'], unique: false },
    byNumber: { fields: ['businessId', 'number'], unique: true },
  },
  sessions: {},
  tokens: {
    byCreation: { fields: ['businessId', 'createdAt', 'id'], unique: false },
    byName: { fields: ['businessId', 'nameKey'], unique: true },
    byEnding: { fields: ['businessId', 'keyEnding'], unique: true },
    byKey: { fields: ['keyHash'], unique: true },
    // Tokens that never expire are not in this index.
    byExpiry: { fields: ['businessId', 'expiresAt', 'id'], unique: false },
  },
  creations: { byToken: { fields: ['tokenId'], unique: false } },
  activity: {
    byBusiness: { fields: ['businessId', 'id'], unique: false },
    byAction: { fields: ['businessId', 'action', 'id'], unique: false },
    byPerson: { fields: ['businessId', 'byId', 'id'], unique: false },
    byPersonAndAction: { fields: ['businessId', 'byId', 'action', 'id'], unique: false },
    byToken: { fields: ['businessId', 'tokenId', 'id'], unique: false },
    byTokenAndAction: { fields: ['businessId', 'tokenId', 'action', 'id'], unique: false },
    byTokenAndPerson: { fields: ['businessId', 'tokenId', 'byId', 'id'], unique: false },
    byTokenPersonAndAction: {
      fields: ['businessId', 'tokenId', 'byId', 'action', 'id'],
      unique: false,
    },
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
  notices: { byBusiness: { fields: ['businessId', 'at', 'id'], unique: false } },
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
  [Name in TableName]: Record<string, { fields: Fields<Name>; unique: boolean }>
}

/** The rows of each table that has a covering index. */
interface Rows {
  tokens: TokenProjection
}

export type ProjectedTable = keyof Rows
export type Row<Name extends ProjectedTable> = Readonly<Rows[Name]>

/**
 * Covering indexes. For each record of these tables the storage also keeps a small row, derived from the record, so that a search
 * that no other index supports reads rows instead of whole records.
 */
export const projections: { [Name in ProjectedTable]: (record: Tables[Name]) => Rows[Name] } = {
  tokens: toTokenProjection,
}

/** @throws Error that lists the tables, if there is none with this name. */
export function parseTableName(name: unknown): TableName {
  const names = Object.keys(indexes) as TableName[]
  const table = names.find((candidate) => candidate === name)
  if (!table) throw new Error(`There is no table “${String(name)}”, but ${names.join(', ')}.`)
  return table
}

export type IndexName<Name extends TableName> = keyof (typeof indexes)[Name] & string

/** A range of an index: the records whose first fields have the values `equals`, sorted by the fields after them. */
export interface IndexRange {
  equals: readonly Key[]
  /** The lower and the upper bound of the next field, both inclusive. */
  from?: Key
  to?: Key
  direction?: 'ascending' | 'descending'
  offset?: number
  limit?: number
}

export interface Reader {
  get<Name extends TableName>(table: Name, id: Key): Promise<Tables[Name] | undefined>
  /** Returns all records of a table, sorted by key. */
  all<Name extends TableName>(table: Name): Promise<Tables[Name][]>
  list<Name extends TableName>(
    table: Name,
    index: IndexName<Name>,
    stretch: IndexRange,
  ): Promise<Tables[Name][]>
  count<Name extends TableName>(
    table: Name,
    index: IndexName<Name>,
    equals: readonly Key[],
  ): Promise<number>
  /** Yields the rows of a table's covering index, in batches and in no particular order. */
  rows<Name extends ProjectedTable>(table: Name): AsyncIterable<readonly Row<Name>[]>
}

export interface Writer extends Reader {
  put<Name extends TableName>(table: Name, record: Tables[Name]): Promise<void>
  /** Puts many records at once, which is much faster in a database than one after the other. */
  putAll<Name extends TableName>(table: Name, records: readonly Tables[Name][]): Promise<void>
  delete(table: TableName, id: Key): Promise<void>
  /** Deletes every record of a table. */
  clear(table: TableName): Promise<void>
}

/**
 * Where the backend keeps its data.
 *
 * `read` and `change` run `work` in one transaction. It sees one consistent state, and a change is stored completely or not at
 * all. `work` must await nothing but the storage.
 *
 * @throws StorageError if the data cannot be reached or stored.
 */
export interface Storage {
  read<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result>
  change<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>
}

export type StorageErrorKind = 'full' | 'unavailable' | 'newer'

export class StorageError extends Error {
  readonly kind: StorageErrorKind

  constructor(kind: StorageErrorKind, cause?: unknown) {
    super(`Storage is ${kind}`, { cause })
    this.name = 'StorageError'
    this.kind = kind
  }
}
