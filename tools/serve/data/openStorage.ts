import { schema, type Storage, type Writer } from '#src/mock/domain/schema.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

import { isJournal } from './readJournal.ts'
import { assertSqlite, hasSqlite } from './sqliteVersion.ts'

interface OpenOptions {
  /** The file that keeps the data; without it, they are in memory. */
  data: string | undefined
  /** Writes the data of a new file. */
  fill: (db: Writer) => Promise<void>
  /** How to call the host, for error messages. */
  command: string
  /** Called if a large file is found damaged while it is in use. */
  onDamage: (message: string) => void
}

/**
 * Opens the storage of a host.
 *
 * @throws Error that says what to do, if it cannot be opened.
 */
export async function openStorage({
  data,
  fill,
  command,
  onDamage,
}: OpenOptions): Promise<{ storage: Storage; close: () => void }> {
  // The storage in SQLite is imported only where it is used: not every version of Node that runs the host has SQLite.
  if (data !== undefined) {
    assertSqlite()
    if (isJournal(data)) {
      throw new Error(
        `${data} has the format of version 0.3. Import it into a new file: ${command} import ${data} --data NEWFILE`,
      )
    }
    const { openSqliteFile } = await import('#src/mock/storage/sqlite/openFile.ts')
    const storage = await openSqliteFile(schema, data, { fill, onDamage })
    return { storage, close: () => storage.close() }
  }
  if (hasSqlite()) {
    const { createSqliteMemory } = await import('#src/mock/storage/sqlite/storage.ts')
    const storage = await createSqliteMemory(schema, fill)
    return { storage, close: () => storage.close() }
  }
  const storage = createMemoryStorage(schema)
  await storage.write(fill)
  return { storage, close: () => undefined }
}
