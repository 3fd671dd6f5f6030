import { schema, type Storage, type Writer } from '#src/mock/domain/schema.ts'
import { announceWrites } from '#src/mock/storage/announceWrites.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { type Announcements, createAnnouncements } from '#src/mock/transports/changeSource.ts'

import { isJournal } from './readJournal.ts'
import { assertSqlite, hasSqlite } from './sqliteVersion.ts'

interface OpenOptions {
  /** The file that keeps the data. */
  data: string | undefined
  /** The address of the PostgreSQL that keeps the data. Without a file and a database, they are in memory. */
  database: string | undefined
  /** Writes the data of a new file or database. */
  fill: (db: Writer) => Promise<void>
  /** How to call the host, for error messages. */
  command: string
  /** Called if a large file is found damaged while it is in use. */
  onDamage: (message: string) => void
}

/** The storage of a host. */
interface OpenStorage {
  storage: Storage
  /** Calls `listener` after each change of data, also of another host. Returns a function that ends it. */
  subscribe: Announcements['subscribe']
  close: () => void
}

/**
 * Opens the storage of a host.
 *
 * @throws Error that says what to do, if it cannot be opened.
 */
export async function openStorage({
  data,
  database,
  fill,
  command,
  onDamage,
}: OpenOptions): Promise<OpenStorage> {
  const { announce, subscribe } = createAnnouncements()
  if (database !== undefined) {
    const { openPostgres } = await import('#src/mock/storage/postgres/openDatabase.ts')
    const storage = await openPostgres(schema, database, { fill, random: Math.random })
    const channel = storage.openChannel(announce)
    const announceToAll = () => {
      announce()
      channel.announce()
    }
    return {
      storage: announceWrites(storage, announceToAll),
      subscribe,
      close: () => void channel.close().then(() => storage.close()),
    }
  }
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
    return { storage: announceWrites(storage, announce), subscribe, close: () => storage.close() }
  }
  if (hasSqlite()) {
    const { createSqliteMemory } = await import('#src/mock/storage/sqlite/storage.ts')
    const storage = await createSqliteMemory(schema, fill)
    return { storage: announceWrites(storage, announce), subscribe, close: () => storage.close() }
  }
  const storage = createMemoryStorage(schema)
  await storage.write(fill)
  return { storage: announceWrites(storage, announce), subscribe, close: () => undefined }
}
