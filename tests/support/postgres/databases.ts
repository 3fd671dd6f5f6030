import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

import type { Schema, SchemaTypes, Writer } from '#src/mock/storage/port.ts'
import { openPostgres, type PostgresStorage } from '#src/mock/storage/postgres/openDatabase.ts'

/** Whether PostgreSQL is installed. Without it, its tests are skipped. */
export const hasPostgres = inject('postgresUrl') !== undefined

let databases = 0

/** Runs statements as a superuser. */
async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Creates an empty database until the test ends, and returns its address. */
async function createDatabase(): Promise<string> {
  const name = `test_${process.pid}_${++databases}`
  await asSuperuser(`CREATE DATABASE ${name}`)
  onTestFinished(() => asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`))
  const url = new URL(inject('postgresUrl') ?? '')
  url.pathname = name
  return url.href
}

/** Opens a storage until the test ends; by default in an empty database. */
export async function openTestStorage<Types extends SchemaTypes>(
  schema: Schema<Types>,
  {
    url,
    fill = async () => undefined,
    onRetry = () => undefined,
  }: { url?: string; fill?: (db: Writer<Types>) => Promise<void>; onRetry?: () => void } = {},
): Promise<PostgresStorage<Types>> {
  const address = url ?? (await createDatabase())
  const storage = await openPostgres(schema, address, { fill, random: () => 0.5, onRetry })
  let isOpen = true
  async function close(): Promise<void> {
    if (isOpen) await storage.close()
    isOpen = false
  }
  onTestFinished(close)
  return { ...storage, close }
}
