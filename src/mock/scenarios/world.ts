import { indexes, type TableName, type Tables, type Writer } from '../storage/storage.ts'

/** All records that a backend begins with. */
export type World = { [Name in TableName]: Tables[Name][] }

/** A world in which nothing is. */
export function emptyWorld(): World {
  return Object.fromEntries(Object.keys(indexes).map((name) => [name, []])) as unknown as World
}

/** Writes a world into a transaction. */
export async function seed(db: Writer, world: World): Promise<void> {
  for (const name of Object.keys(world) as TableName[]) {
    await db.putAll(name, world[name])
  }
}
