import type { HelpdeskTypes } from '#src/mock/domain/schema.ts'
import type { MemoryStorage } from '#src/mock/storage/memory.ts'

type Dump = ReturnType<MemoryStorage<HelpdeskTypes>['dump']>

const tables = [
  'salesOrders',
  'orderNotes',
  'tickets',
  'messages',
  'tags',
  'tagGroups',
  'channels',
  'contacts',
  'templates',
  'users',
] as const satisfies readonly (keyof Dump)[]

/** Returns the data of all businesses that the public API can change, and the counters for ids. */
export function helpdeskData(storage: MemoryStorage<HelpdeskTypes>) {
  const dump = storage.dump()
  const counters = dump.counters.filter(({ id }) => id !== 'requests')
  const records = tables.map((table) => [table, dump[table]])
  return { ...Object.fromEntries(records), businesses: dump.businesses, counters }
}

/** Returns the data of one business that the public API can change. */
export function helpdeskOf(storage: MemoryStorage<HelpdeskTypes>, businessId: string) {
  const dump = storage.dump()
  return Object.fromEntries(
    tables.map((table) => [
      table,
      dump[table].filter((record) => record.businessId === businessId),
    ]),
  )
}
