import { schema, type TableName, type Tables, type Writer } from '../domain/schema.ts'

/** The initial records of a backend, by table. */
export type SeedData = { [Name in TableName]: Tables[Name][] }

const tableNames = Object.keys(schema.indexes) as TableName[]

/** Creates a world without records. */
export function emptySeedData(): SeedData {
  return Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as SeedData
}

/** Writes all records of a world in a transaction. */
export async function seed(db: Writer, world: SeedData): Promise<void> {
  for (const name of tableNames) await db.putAll(name, world[name])
}
