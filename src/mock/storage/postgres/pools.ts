import { Pool, type PoolConfig } from 'pg'

import { type Statements, statementsOn } from './statements.ts'

/** How many connections a host opens at most. */
export const maxConnections = 20

/** How long a connection that is not used stays open. */
const idleTimeoutMs = 30_000

/** A database that does not answer for so long is not there. */
const statementTimeoutMs = 15_000

/** Opens the connections of a host. */
export function openPool(options: PoolConfig): Pool {
  return tolerant({
    ...options,
    max: maxConnections,
    idleTimeoutMillis: idleTimeoutMs,
    query_timeout: statementTimeoutMs,
  })
}

/** Runs a transaction that may take long, on a connection of its own. */
export async function inLongTransaction<Result>(
  options: PoolConfig,
  work: (statements: Statements) => Promise<Result>,
): Promise<Result> {
  const pool = tolerant({ ...options, max: 1 })
  try {
    const client = await pool.connect()
    try {
      const statements = statementsOn(client)
      await statements.exec('BEGIN')
      const result = await work(statements)
      await statements.exec('COMMIT')
      return result
    } finally {
      // This ends a transaction that has failed.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}

/** A lost connection is no reason to end the process: its statements fail, and the pool replaces it. */
function tolerant(options: PoolConfig): Pool {
  const pool = new Pool(options)
  const ignore = () => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}
