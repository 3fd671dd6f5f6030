import { Client, type ClientBase, DatabaseError, type PoolConfig } from 'pg'

import { StatementError, type Statements } from './statements.ts'

/** The oldest major version of PostgreSQL that is supported. */
const oldestServer = 15

/** How long a new connection may take, also if all are in use. */
const connectTimeoutMs = 5_000

/** The database ends a transaction whose host no longer sends anything. */
const idleTransactionTimeoutMs = 30_000

/**
 * Returns how connections are opened.
 *
 * @param schema the schema of PostgreSQL in which their statements find the tables.
 * @param ownStatements run on each new connection.
 */
export function connectionOptions(
  schema: string,
  url: string,
  ownStatements: readonly string[] = [],
): PoolConfig {
  const settings = [
    `search_path = ${schema}`,
    // A scan of a whole table makes a transaction conflict with every change of it.
    'enable_seqscan = off',
    'enable_bitmapscan = off',
    'plan_cache_mode = force_generic_plan',
    `idle_in_transaction_session_timeout = ${idleTransactionTimeoutMs}`,
  ]
  const sql = [...settings.map((setting) => `SET ${setting}`), ...ownStatements].join('; ')
  return {
    connectionString: url,
    application_name: 'edesk',
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
    // The pool waits for the promise, although its type does not say so.
    onConnect: (client: ClientBase) => client.query(sql) as unknown as undefined,
  }
}

/** @throws Error if the server is too old. */
export async function assertRecent(statements: Statements): Promise<void> {
  const [row] = await statements.exec('SHOW server_version_num')
  const major = Math.floor(Number(row?.server_version_num) / 10_000)
  if (major >= oldestServer) return
  throw new Error(`The database is PostgreSQL ${major}. Use version ${oldestServer} or later.`)
}

/** Returns the place of a database without user and password, such as `localhost:5432/edesk`. */
export function placeOf(url: string): string {
  const { host, port, database } = new Client({ connectionString: url })
  return `${host}:${port}/${database ?? ''}`
}

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there. Start PostgreSQL, or correct the address.',
  ENOENT: 'Nothing listens there. Start PostgreSQL, or correct the address.',
  ENOTFOUND: 'There is no such host. Correct the address.',
  EAI_AGAIN: 'There is no such host. Correct the address.',
  '28P01': 'The user or the password is wrong.',
  '28000': 'The server does not let this user in. Check the user and pg_hba.conf.',
  '3D000': 'The server has no such database. Create it with CREATE DATABASE.',
  '42501': 'The user may not create tables. Grant CREATE on the database.',
  '53100': 'The disk of the server is full. Free some space.',
  '53300': 'The server has no connection left. Increase max_connections, or use fewer hosts.',
  '57P03': 'The server is starting or stopping. Try again.',
}

/** Returns an error that says why a database cannot be used, and what to do. It has no password. */
export function inWords(url: string, error: unknown): Error {
  const original = error instanceof StatementError ? error.cause : error
  const { code } = Object(original) as { code?: unknown }
  const known = typeof code === 'string' ? advice[code] : undefined
  const message = original instanceof Error ? original.message : 'unknown reason'
  const isOurs =
    original instanceof Error && !(original instanceof DatabaseError) && code === undefined
  return new Error(
    `Cannot use PostgreSQL at ${placeOf(url)}. ${known ?? (isOurs ? message : `(${message})`)}`,
    { cause: error },
  )
}
