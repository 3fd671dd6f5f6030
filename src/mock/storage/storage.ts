import type {
  AccessRequestRecord,
  BusinessRecord,
  CreationRecord,
  OrderRecord,
  SessionRecord,
  TicketRecord,
  TokenRecord,
  UserRecord,
} from '../domain/records.ts'

/** Everything that is kept, by table. A record's key is its `id`. */
export interface Tables {
  businesses: BusinessRecord
  users: UserRecord
  sessions: SessionRecord
  tokens: TokenRecord
  creations: CreationRecord
  accessRequests: AccessRequestRecord
  tickets: TicketRecord
  orders: OrderRecord
}

export type TableName = keyof Tables
type Fields<Name extends TableName> = readonly (keyof Tables[Name] & string)[]

/** By what the records of a table can be found and put in order. Lists are read along an index, a page at a time. */
export const indexes = {
  businesses: {},
  users: {
    byEmail: { fields: ['email'], unique: true },
    byBusiness: { fields: ['businessId', 'name'], unique: false },
  },
  sessions: {},
  tokens: {
    byCreation: { fields: ['businessId', 'createdAt', 'id'], unique: false },
    byName: { fields: ['businessId', 'nameKey'], unique: true },
    byEnding: { fields: ['businessId', 'keyEnding'], unique: true },
    byKey: { fields: ['keyHash'], unique: true },
  },
  creations: { byToken: { fields: ['tokenId'], unique: false } },
  accessRequests: {
    byBusiness: { fields: ['businessId', 'status', 'createdAt'], unique: false },
    byUser: { fields: ['userId', 'createdAt'], unique: false },
  },
  tickets: { byUpdate: { fields: ['businessId', 'updatedAt'], unique: false } },
  orders: {},
} as const satisfies {
  [Name in TableName]: Record<string, { fields: Fields<Name>; unique: boolean }>
}

export type IndexName<Name extends TableName> = keyof (typeof indexes)[Name] & string

/** A stretch of an index: the records whose first fields have these values, in the order of the fields after them. */
export interface Stretch {
  equals: readonly string[]
  direction?: 'ascending' | 'descending'
  offset?: number
  limit?: number
}

export interface Reader {
  get<Name extends TableName>(table: Name, id: string): Promise<Tables[Name] | undefined>
  list<Name extends TableName>(
    table: Name,
    index: IndexName<Name>,
    stretch: Stretch,
  ): Promise<Tables[Name][]>
  count<Name extends TableName>(
    table: Name,
    index: IndexName<Name>,
    equals: readonly string[],
  ): Promise<number>
}

export interface Writer extends Reader {
  put<Name extends TableName>(table: Name, record: Tables[Name]): Promise<void>
  delete(table: TableName, id: string): Promise<void>
}

/**
 * Where the backend keeps its data.
 *
 * `read` and `change` run their work in one transaction: it sees one state, and of a change everything is kept or nothing.
 * Inside, only the storage may be waited for.
 *
 * @throws StorageError where the data could not be kept, or not be reached.
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
