import { Client } from 'pg'
import { afterAll, inject, onTestFinished } from 'vitest'

import type {
  RemovableStorage,
  Schema,
  SchemaTypes,
  TableName,
  Writer,
} from '#src/mock/storage/port.ts'
import { openPostgres, type PostgresStorage } from '#src/mock/storage/postgres/openDatabase.ts'
import { openPostgresWorlds, type PostgresWorlds } from '#src/mock/storage/postgres/openWorlds.ts'

/** Whether PostgreSQL is installed. Without it, its tests are skipped. */
export const hasPostgres = inject('postgresUrl') !== undefined

let databases = 0

/** Runs statements as a superuser. Returns the rows of the last one. */
export async function asSuperuser(...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) {
      rows = (await client.query<Record<string, unknown>>(statement)).rows
    }
    return rows
  } finally {
    await client.end()
  }
}

/** Creates an empty database until the test ends, and returns its address. */
export async function createDatabase(): Promise<string> {
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  return url
}

/** Returns a function that returns the address of a database for all tests of a file. Call it outside of the tests. */
export function sharedDatabase(): () => Promise<string> {
  let creation: ReturnType<typeof freshDatabase> | undefined
  afterAll(async () => (await creation)?.drop())
  return async () => (await (creation ??= freshDatabase())).url
}

async function freshDatabase() {
  const name = `test_${process.pid}_${++databases}`
  await asSuperuser(`CREATE DATABASE ${name}`)
  const url = new URL(inject('postgresUrl') ?? '')
  url.pathname = name
  return {
    url: url.href,
    drop: async () => {
      await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
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
  const storage = await openPostgres(schema, address, { fill, random: () => 0, onRetry })
  let isOpen = true
  async function close(): Promise<void> {
    if (isOpen) await storage.close()
    isOpen = false
  }
  onTestFinished(close)
  return { ...storage, close }
}

/** Opens the worlds of a host until the test ends. */
export async function openTestWorlds<Types extends SchemaTypes>(
  schema: Schema<Types>,
  url: string,
): Promise<PostgresWorlds<Types>> {
  const worlds = await openPostgresWorlds(schema, url, { random: () => 0 })
  let isOpen = true
  async function close(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    await worlds.close()
  }
  onTestFinished(close)
  return { ...worlds, close }
}

/** Returns a function that returns the storage of a new world. Call it outside of the tests. */
export function worldTestStorage<Types extends SchemaTypes>(
  schema: Schema<Types>,
): () => Promise<RemovableStorage<Types>> {
  const database = sharedDatabase()
  let opening: Promise<PostgresWorlds<Types>> | undefined
  const open = async () => openPostgresWorlds(schema, await database(), { random: () => 0 })
  afterAll(async () => (await opening)?.close())
  return async () => (await (opening ??= open())).create()
}

/**
 * Returns a function that returns an empty storage: always the same one, because a new database takes longer. Call it outside of
 * the tests.
 */
export function emptyTestStorage<Types extends SchemaTypes>(
  schema: Schema<Types>,
): () => Promise<PostgresStorage<Types>> {
  let opening: ReturnType<typeof open> | undefined

  async function open() {
    const { url, drop } = await freshDatabase()
    const fill = async () => undefined
    return { storage: await openPostgres(schema, url, { fill, random: () => 0 }), drop }
  }

  afterAll(async () => {
    const opened = await opening
    await opened?.storage.close()
    await opened?.drop()
  })
  return async () => {
    const { storage } = await (opening ??= open())
    await storage.write(async (db) => {
      for (const table of Object.keys(schema.indexes)) await db.clear(table as TableName<Types>)
    })
    return storage
  }
}
