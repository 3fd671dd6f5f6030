import { DatabaseSync } from 'node:sqlite'

import { decodeRecord } from './records.ts'
import { createStatements } from './statements.ts'
import { quote } from '../sql/tables.ts'

/**
 * Checks a database completely: its structure, that each index fits its table, and that each record is as it was stored. Takes
 * about 2 seconds for each 100 MB.
 *
 * @throws Error if something is damaged.
 */
export function checkContent(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    database.exec('PRAGMA cache_size = -65536; BEGIN')
    const { integrity_check: result } = database.prepare('PRAGMA integrity_check(1)').get() ?? {}
    if (result !== 'ok') throw new Error(String(result))
    const statements = createStatements(database)
    const tables = statements.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    for (const { name } of tables) {
      const rows = statements.each(`SELECT record, checksum FROM ${quote(String(name))}`)
      for (const row of rows) decodeRecord(row)
    }
  } finally {
    database.close()
  }
}
