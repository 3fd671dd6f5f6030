import type { AnyTypes, Schema } from '../port.ts'
import { putRecord } from './access.ts'
import { decodeRecord } from './records.ts'
import type { Statements } from './statements.ts'
import { type ColumnTypes, definitionsOf, quote, type Table } from '../sql/tables.ts'

/** The columns of SQLite. */
export const columnTypes: ColumnTypes = {
  fixed: ['id NOT NULL UNIQUE', 'record TEXT NOT NULL', 'checksum INTEGER NOT NULL'],
  // A column without a type keeps numbers and texts as they are.
  field: '',
}

/** Creates the tables of a schema in an empty database, as a part of a transaction. */
export function createTables(statements: Statements, tables: ReadonlyMap<string, Table>): void {
  for (const table of tables.values()) {
    for (const definition of definitionsOf(table, columnTypes).values()) statements.run(definition)
  }
}

/**
 * Replaces the tables of an earlier version by those of the schema, as a part of a transaction. Their records stay; rows and
 * computed values are computed again, because this version may compute them differently.
 */
export function migrateTables(
  schema: Schema<AnyTypes>,
  statements: Statements,
  tables: ReadonlyMap<string, Table>,
): void {
  const earlier = statements
    .all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .map(({ name }) => String(name))
  const kept = new Map(earlier.map((name) => [name, `earlier ${name}`]))
  for (const [name, keptName] of kept) {
    statements.run(`ALTER TABLE ${quote(name)} RENAME TO ${quote(keptName)}`)
  }
  for (const index of statements.all(
    `SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
  )) {
    statements.run(`DROP INDEX ${quote(String(index.name))}`)
  }
  createTables(statements, tables)
  for (const table of tables.values()) {
    const keptName = kept.get(table.name)
    if (keptName === undefined) continue
    for (const row of statements.each(`SELECT record, checksum FROM ${quote(keptName)}`)) {
      putRecord({ schema, statements }, table, decodeRecord(row))
    }
  }
  for (const keptName of kept.values()) statements.run(`DROP TABLE ${quote(keptName)}`)
}
