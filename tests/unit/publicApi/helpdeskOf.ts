import type { Reader, TableName } from '#src/mock/storage/storage.ts'

import type { connect } from './application.ts'

type Backend = Awaited<ReturnType<typeof connect>>['backend']

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
] as const satisfies readonly TableName[]

/** All that a business has in its helpdesk, and how far its numbers have gone: to see that nothing has changed. */
export function helpdeskOf(backend: Backend, businessId = 'biz_northwind') {
  return backend.storage.read(async (db: Reader) => ({
    records: await Promise.all(
      tables.map((table) => db.list(table, 'byBusiness', { equals: [businessId] })),
    ),
    counters: await Promise.all(
      [...tables, 'attachments', 'customFields'].map((kind) => db.get('counters', kind)),
    ),
  }))
}
