import { type HelpdeskTypes, schema } from '../domain/schema.ts'
import type { Reader, Schema, Storage, TableName, Writer } from '../storage/port.ts'
import type { OriginalRecord } from './originals.ts'
import type { RequestLogRecord, WorldRecord } from './records.ts'

type HelpdeskTables = HelpdeskTypes['tables']

/** The tables of a demo: those of the helpdesk, and three of its own. */
export interface DemoTables extends HelpdeskTables {
  /** Has one record, with the id `world`. */
  worlds: WorldRecord
  /** The demo's request log. */
  exchanges: RequestLogRecord
  /** The initial records that have changed, for a reset. Not a part of the world that commands read or export. */
  originals: OriginalRecord
}

const demoIndexes = { worlds: {}, exchanges: {}, originals: {} } as const

/** The types of the demo's schema. */
export interface DemoTypes extends HelpdeskTypes {
  tables: DemoTables
  indexes: HelpdeskTypes['indexes'] & typeof demoIndexes
}

/** The helpdesk's schema with the tables of the demo. The server needs only the helpdesk's part. */
export const demoSchema: Schema<DemoTypes> = {
  ...schema,
  indexes: { ...demoIndexes, ...schema.indexes },
}

export type DemoTableName = Exclude<TableName<DemoTypes>, 'originals'>
export type DemoReader = Reader<DemoTypes>
export type DemoWriter = Writer<DemoTypes>
export type DemoStorage = Storage<DemoTypes>

/** The names of the tables that commands can read. */
export const demoTables = Object.keys(demoSchema.indexes).filter(
  (name): name is DemoTableName => name !== 'originals',
)

/** The tables without originals: a reset replaces what they hold. */
export const untrackedTables: ReadonlySet<string> = new Set(['worlds', 'exchanges', 'originals'])

/** @throws Error that lists the tables, if there is none with this name. */
export function parseTableName(name: unknown): DemoTableName {
  const table = demoTables.find((candidate) => candidate === name)
  if (!table)
    throw new Error(`Unknown table “${String(name)}”. Available: ${demoTables.join(', ')}.`)
  return table
}
