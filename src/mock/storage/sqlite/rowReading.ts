import { setImmediate as nextRound } from 'node:timers/promises'

import type { Key } from '../port.ts'
import { toColumn } from '../sql/sortableKeys.ts'
import { quote, type Table } from '../sql/tables.ts'
import type { Access } from './access.ts'
import { decodeRecord } from './records.ts'
import { RowsNotRead } from './rowCache.ts'
import type { RunTransaction } from './transactions.ts'

/** How many rows one transaction reads, in about a millisecond. */
export const rowsPerTransaction = 50

/** Reads the rows of projections into the cache. */
export interface RowReading {
  /** Reads all rows that are not in the cache. Between two transactions, other requests are handled. */
  readAll: () => Promise<void>
  /** Runs a transaction. If it needs rows that have not been read, it runs again when they have. */
  withRows: <Result>(run: () => Promise<Result>) => Promise<Result>
}

/** Creates the reading of rows in a database. Many rows take long to read, and transactions run one after the other. */
export function createRowReading(
  { tables, statements, rowCache }: Access,
  transact: RunTransaction,
): RowReading {
  let reading: Promise<void> | undefined

  /** Returns whether the table may have more rows. */
  function readSome(table: string, rows: string): boolean {
    return rowCache.readMore(table, (after: Key = -Infinity) =>
      statements
        .all(
          `SELECT record, checksum FROM ${quote(rows)} WHERE id > ? ORDER BY id LIMIT ?`,
          toColumn(after),
          rowsPerTransaction,
        )
        .map(decodeRecord),
    )
  }

  async function readTable({ name, rows }: Table): Promise<void> {
    if (rows === undefined) return
    while (await transact(false, async () => readSome(name, rows))) await nextRound()
  }

  async function readTables(): Promise<void> {
    for (const table of tables.values()) await readTable(table)
  }

  function readAll(): Promise<void> {
    reading ??= readTables().finally(() => (reading = undefined))
    return reading
  }

  return {
    readAll,
    async withRows(run) {
      for (;;) {
        try {
          return await run()
        } catch (error) {
          if (!(error instanceof RowsNotRead)) throw error
        }
        await readAll()
      }
    },
  }
}
