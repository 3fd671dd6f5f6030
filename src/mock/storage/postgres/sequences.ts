import { Client } from 'pg'

import type { AnyRecord, AnyTypes, Reader } from '../port.ts'
import { quote } from '../sql/tables.ts'
import { type Access, putRecords } from './access.ts'
import { StatementError, type Statements } from './statements.ts'

/** Hosts that need a sequence at the same time take this lock. */
const lock = 0x65445371

/** Takes numbers of sequences, which no transaction waits for. */
export interface Sequences {
  take(
    reader: Reader<AnyTypes>,
    statements: Statements,
    record: { table: string; id: string },
    count: number,
  ): Promise<number[]>
}

/**
 * Creates the sequences of a database. Each replaces a record that counts, and begins after the number in it. It is created when it
 * is first used, on another connection: no transaction can undo it.
 *
 * @param schema the schema of PostgreSQL with the tables.
 */
export function createSequences(schema: string, url: string): Sequences {
  const created = new Map<string, Promise<void>>()

  function ensure(name: string, start: number): Promise<void> {
    let creation = created.get(name)
    if (!creation) {
      creation = create(name, start).catch((error: unknown) => {
        created.delete(name)
        throw new StatementError('No sequence', { cause: error })
      })
      created.set(name, creation)
    }
    return creation
  }

  async function create(name: string, start: number): Promise<void> {
    const client = new Client({ connectionString: url })
    // A lost connection also rejects the statement that waits for it.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query(`SELECT pg_advisory_lock(${lock})`)
      const sequence = `${schema}.${quote(name)}`
      await client.query(`CREATE SEQUENCE IF NOT EXISTS ${sequence} START WITH ${start}`)
    } finally {
      await client.end()
    }
  }

  return {
    async take(reader, statements, { table, id }, count) {
      const name = nameOf(table, id)
      if (!created.has(name)) {
        const record = await reader.get(table, id)
        await ensure(name, Number(record?.last ?? 0) + 1)
      } else await created.get(name)
      const rows = await statements.run(
        'SELECT nextval($1::regclass) AS number FROM generate_series(1, $2::int)',
        quote(name),
        count,
      )
      return rows.map(({ number }) => Number(number))
    },
  }
}

function nameOf(table: string, id: string): string {
  return `${table}: ${id}`
}

/**
 * Writes the numbers of another version's sequences into the records that they replace, as a part of a transaction.
 *
 * @param source the schema of PostgreSQL with these sequences.
 */
export async function keepNumbers(
  access: Access,
  statements: Statements,
  source: string,
): Promise<void> {
  const sequences = await statements.run(
    'SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = $1 AND last_value IS NOT NULL',
    source,
  )
  for (const { sequencename, last_value: last } of sequences) {
    const [tableName = '', id = ''] = String(sequencename).split(': ')
    const table = access.tables.get(tableName)
    const record: AnyRecord = { id, last: Number(last) }
    if (table) await putRecords(access, statements, table, [record])
  }
}
