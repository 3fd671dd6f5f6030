import type { Layout } from './layouts.ts'

/** Returns the schema of PostgreSQL for the tables of a version, such as `edesk_17`. */
export function schemaOf({ schemaPrefix }: Layout, version: number): string {
  return `${schemaPrefix}${version}`
}

/** Returns the version whose tables are in a schema of PostgreSQL; undefined if they have another layout. */
export function versionIn({ schemaPrefix }: Layout, schema: string): number | undefined {
  const version = schema.startsWith(schemaPrefix) ? schema.slice(schemaPrefix.length) : ''
  return /^\d+$/.test(version) ? Number(version) : undefined
}
