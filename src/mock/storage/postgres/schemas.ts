/** The tables of each version are in a schema of PostgreSQL of their own, such as `edesk_17`. */
const schemaPattern = /^edesk_(\d+)$/

/** Returns the schema for the tables of a version. */
export function schemaOf(version: number): string {
  return `edesk_${version}`
}

/** Returns the version whose tables are in a schema; undefined if it has none of ours. */
export function versionIn(schema: string): number | undefined {
  const version = schemaPattern.exec(schema)?.[1]
  return version === undefined ? undefined : Number(version)
}
