import { Client } from 'pg'

import { schema } from '#src/mock/domain/schema.ts'

const worlds = `edesk_worlds_${schema.version}`

/** Runs a statement on the tables of the worlds in a database. */
export async function inWorlds(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`SET search_path = ${worlds}`)
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Returns the numbers of the hosts that have rows in a database, and how many worlds have some. */
export async function worldsWithRows(url: string): Promise<Record<number, number>> {
  const tables = await inWorlds(
    url,
    `SELECT tablename FROM pg_tables WHERE schemaname = '${worlds}' AND tablename <> 'hosts'`,
  )
  const all = tables.map(({ tablename }) => `SELECT host, world FROM "${String(tablename)}"`)
  const counts = await inWorlds(
    url,
    `SELECT host, count(DISTINCT world)::integer AS worlds FROM (${all.join(' UNION ALL ')}) AS rows GROUP BY host`,
  )
  return Object.fromEntries(counts.map(({ host, worlds: count }) => [Number(host), Number(count)]))
}
