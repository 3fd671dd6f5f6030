import { indexes, type TableName, type Tables, type Writer } from '../storage/storage.ts'

/** The initial records of a backend, by table. */
export type SeedData = { [Name in TableName]: Tables[Name][] }

/** Creates a world without records. */
export function emptySeedData(): SeedData {
  return Object.fromEntries(Object.keys(indexes).map((name) => [name, []])) as unknown as SeedData
}

/** Writes all records of a world in a transaction. */
export async function seed(db: Writer, world: SeedData): Promise<void> {
  for (const name of Object.keys(world) as TableName[]) {
    await db.putAll(name, world[name])
  }
}
