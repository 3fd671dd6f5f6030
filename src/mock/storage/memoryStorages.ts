import { createMemoryStorage, type MemoryStorage } from './memory.ts'
import type { RemovableStorage, Schema, SchemaTypes, Storages } from './port.ts'

/** Creates storages in memory. */
export function createMemoryStorages<Types extends SchemaTypes>(
  schema: Schema<Types>,
): Storages<Types> {
  const storages = new Set<MemoryStorage<Types>>()

  return {
    create(fill) {
      const storage: MemoryStorage<Types> & RemovableStorage<Types> = {
        ...createMemoryStorage(schema),
        remove: async () => void storages.delete(storage),
      }
      storages.add(storage)
      // Not awaited: later transactions queue behind it.
      if (fill) void storage.write(fill)
      return storage
    },
    having: async (table, index, values) =>
      new Set([...storages].filter((storage) => storage.has(table, index, values))),
  }
}
