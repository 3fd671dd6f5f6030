/** How tables keep the records of storages. */
export interface Layout {
  /** The tables of each version are in a schema of PostgreSQL whose name is this and the version. */
  schemaPrefix: string
  /** The columns that say which storage a row belongs to. Each key and each index begins with them. */
  columns: readonly string[]
  /** The definitions of these columns. The database fills them in. */
  definitions: readonly string[]
  /** The condition for a row to belong to the storage of a transaction. */
  condition: string
}

/** A storage has tables of its own. */
export const ownTables: Layout = {
  schemaPrefix: 'edesk_',
  columns: [],
  definitions: [],
  condition: 'true',
}

const host = "current_setting('edesk.host')::integer"
const world = "current_setting('edesk.world')::integer"

/** The worlds of all hosts share tables: each world is a storage. `setHost` and `setWorld` say which one a transaction is about. */
export const worldTables: Layout = {
  schemaPrefix: 'edesk_worlds_',
  columns: ['host', 'world'],
  definitions: [`host integer NOT NULL DEFAULT ${host}`, `world integer NOT NULL DEFAULT ${world}`],
  condition: `host = ${host} AND world = ${world}`,
}

/** Returns the statement that sets the host of a connection. */
export function setHost(number: number): string {
  return `SET edesk.host = ${number}`
}

/** Returns the statement that sets the world of a transaction. */
export function setWorld(number: number): string {
  return `SET LOCAL edesk.world = ${number}`
}
