import { openDB } from 'idb'

/**
 * Copies a database with all its object stores and indexes, unless the copy exists already or the original does not.
 *
 * @param databases lists the databases, as `indexedDB.databases` does.
 * @param onStart called when both databases are open, before the records are copied.
 */
export async function copyDatabase(
  from: string,
  to: string,
  databases: () => Promise<{ name?: string }[]>,
  onStart: () => void,
): Promise<void> {
  const names = (await databases()).map(({ name }) => name)
  if (!names.includes(from) || names.includes(to)) return
  const original = await openDB(from)
  try {
    onStart()
    const stores = await readStores(original)
    const copy = await openDB(to, original.version, {
      upgrade(database) {
        for (const { name, keyPath, indexes, keys, values } of stores) {
          const store = database.createObjectStore(name, { keyPath })
          for (const index of indexes) {
            store.createIndex(index.name, index.keyPath, { unique: index.unique })
          }
          values.forEach((value, at) => {
            // If one fails, the transaction is aborted, and `openDB` rejects.
            store.put(value, keyPath === null ? keys[at] : undefined).catch(() => undefined)
          })
        }
      },
    })
    copy.close()
  } catch (error) {
    // Another tab has created the copy, and has upgraded it.
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error
  } finally {
    original.close()
  }
}

async function readStores(database: Awaited<ReturnType<typeof openDB>>) {
  const names = [...database.objectStoreNames]
  if (names.length === 0) return []
  const transaction = database.transaction(names)
  return Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name)
      const indexes = [...store.indexNames].map((indexName) => {
        const { keyPath, unique } = store.index(indexName)
        return { name: indexName, keyPath, unique }
      })
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
      return { name, keyPath: store.keyPath, indexes, keys, values }
    }),
  )
}
