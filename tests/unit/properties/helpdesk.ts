import type { MemoryStorage } from '#src/mock/storage/memory.ts'

type Dump = ReturnType<MemoryStorage['dump']>

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
  'businesses',
] as const satisfies readonly (keyof Dump)[]

/** All that the public API could change of the helpdesks, and how far their numbers have gone. */
export function helpdeskIn(dump: Dump) {
  const counters = dump.counters.filter(({ id }) => id !== 'requests')
  return { ...Object.fromEntries(tables.map((table) => [table, dump[table]])), counters }
}

/** What one business has in its helpdesk. */
export function helpdeskOf(dump: Dump, businessId: string) {
  return Object.fromEntries(
    tables
      .filter((table) => table !== 'businesses')
      .map((table) => [table, dump[table].filter((record) => record.businessId === businessId)]),
  )
}
