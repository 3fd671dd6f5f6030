/** A record's key, or the value of an indexed field. */
export type Key = string | number

/** The types of a schema. Each product that uses this storage defines its own; see `Schema`. */
export interface SchemaTypes {
  /** The record type of each table. A record's key is its `id`. */
  tables: object
  /** The indexes of each table, by name. */
  indexes: object
  /** The row type of each table that has a projection. */
  rows: object
}

export type TableName<Types extends SchemaTypes> = keyof Types['tables'] &
  keyof Types['indexes'] &
  string
export type RecordOf<
  Types extends SchemaTypes,
  Name extends TableName<Types>,
> = Types['tables'][Name]
export type IndexName<
  Types extends SchemaTypes,
  Name extends TableName<Types>,
> = keyof Types['indexes'][Name] & string
export type ProjectedTable<Types extends SchemaTypes> = keyof Types['rows'] & TableName<Types>
export type Row<Types extends SchemaTypes, Name extends ProjectedTable<Types>> = Readonly<
  Types['rows'][Name]
>

/** An index: the fields whose values sort the records, and whether no two records may have the same values. */
export interface IndexDefinition<Field extends string = string> {
  fields: readonly Field[]
  unique: boolean
}

/** What a storage holds. */
export interface Schema<Types extends SchemaTypes> {
  /** Increase it by one when tables, indexes, projections, computed values or the format of stored rows change. */
  version: number
  /** The earliest version whose records this version can use. A database with an earlier version is emptied. */
  oldestVersion: number
  /** The indexes of each table, to find and sort its records. A list is read along an index, one page at a time. */
  indexes: {
    [Name in TableName<Types>]: { [Index in IndexName<Types, Name>]: IndexDefinition }
  }
  /**
   * Values that the storage computes from a record, so that an index can sort by them. An index names them like fields. They are
   * not part of the record. A record without the value is not in the index.
   */
  computed: {
    [Name in TableName<Types>]?: Readonly<
      Record<string, (record: RecordOf<Types, Name>) => Key | undefined>
    >
  }
  /**
   * Covering indexes. For each record of these tables the storage also keeps a small row, derived from the record, so that a
   * search that no other index supports reads rows instead of whole records. All rows of a table have the same fields; their
   * values are those of JSON.
   */
  projections: {
    [Name in ProjectedTable<Types>]: (record: RecordOf<Types, Name>) => Types['rows'][Name]
  }
}

/** The lower and the upper bound of the next field of an index or, with several values, of the next fields. Both are inclusive. */
export interface Bounds {
  from?: Key | readonly Key[] | undefined
  to?: Key | readonly Key[] | undefined
}

/** A range of an index: the records whose first fields have the values `equals`, sorted by the fields after them. */
export interface IndexRange extends Bounds {
  equals: readonly Key[]
  direction?: 'ascending' | 'descending'
  offset?: number
  limit?: number
}

/** A transaction that reads. */
export interface Reader<Types extends SchemaTypes> {
  get<Name extends TableName<Types>>(
    table: Name,
    id: Key,
  ): Promise<RecordOf<Types, Name> | undefined>
  /** Returns all records of a table, sorted by key. */
  all<Name extends TableName<Types>>(table: Name): Promise<RecordOf<Types, Name>[]>
  list<Name extends TableName<Types>>(
    table: Name,
    index: IndexName<Types, Name>,
    range: IndexRange,
  ): Promise<RecordOf<Types, Name>[]>
  count<Name extends TableName<Types>>(
    table: Name,
    index: IndexName<Types, Name>,
    equals: readonly Key[],
    bounds?: Bounds,
  ): Promise<number>
  /** Yields the rows of a table's projection, in batches and in no particular order. */
  rows<Name extends ProjectedTable<Types>>(table: Name): AsyncIterable<readonly Row<Types, Name>[]>
}

/** A transaction that reads and writes. */
export interface Writer<Types extends SchemaTypes> extends Reader<Types> {
  put<Name extends TableName<Types>>(table: Name, record: RecordOf<Types, Name>): Promise<void>
  /** Puts many records at once, which is much faster in a database than one after the other. */
  putAll<Name extends TableName<Types>>(
    table: Name,
    records: readonly RecordOf<Types, Name>[],
  ): Promise<void>
  delete(table: TableName<Types>, id: Key): Promise<void>
  /** Deletes every record of a table. */
  clear(table: TableName<Types>): Promise<void>
  /**
   * Takes numbers, as if the record with this id counted in its property `last`, but transactions at the same time do not wait for
   * each other. Numbers of a transaction that fails are lost. Only a storage that runs transactions at the same time has this
   * function.
   */
  takeNumbers?(table: TableName<Types>, id: string, count: number): Promise<number[]>
}

/**
 * Where a backend keeps its data. There are four: memory.ts, indexedDb.ts, sqlite/storage.ts and postgres/openDatabase.ts.
 *
 * `read` and `write` run `work` in one transaction. It sees one consistent state, and a change is stored completely or not at
 * all. `work` must await nothing but the storage. The reader of `read` has no functions that write.
 *
 * @throws StorageError if the data cannot be reached or stored.
 */
export interface Storage<Types extends SchemaTypes> {
  read<Result>(work: (reader: Reader<Types>) => Promise<Result>): Promise<Result>
  /**
   * @param subject what the transaction is about. A storage that runs transactions at the same time does not do so for one subject,
   *   because they would conflict.
   */
  write<Result>(work: (writer: Writer<Types>) => Promise<Result>, subject?: string): Promise<Result>
}

/** One of many storages. */
export interface RemovableStorage<Types extends SchemaTypes> extends Storage<Types> {
  /** Deletes its data. Later transactions fail or are lost. */
  remove(): Promise<void>
}

/** Many storages with the same schema. There are two: memoryStorages.ts and postgres/openWorlds.ts. */
export interface Storages<Types extends SchemaTypes> {
  /**
   * Creates a storage.
   *
   * @param fill writes its initial data, in the first transaction.
   */
  create(fill?: (db: Writer<Types>) => Promise<void>): RemovableStorage<Types>
  /** Returns the storages in which an index has these values. */
  having<Name extends TableName<Types>>(
    table: Name,
    index: IndexName<Types, Name>,
    values: readonly Key[],
  ): Promise<ReadonlySet<Storage<Types>>>
}

/** The types of a schema as the storages see them: they do not depend on a certain schema. */
export interface AnyTypes {
  tables: Record<string, AnyRecord>
  indexes: Record<string, Record<string, IndexDefinition>>
  rows: Record<string, AnyRow>
}
export type AnyRecord = { id: Key } & Record<string, unknown>
export type AnyRow = { id: Key }

export type StorageErrorKind = 'full' | 'unavailable' | 'newer'

/** The data cannot be reached or stored. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind

  constructor(kind: StorageErrorKind, cause?: unknown) {
    super(`Storage is ${kind}`, { cause })
    this.name = 'StorageError'
    this.kind = kind
  }
}
