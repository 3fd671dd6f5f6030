import type { components } from '#src/api/generated/schema.ts'

import type { IndexName, Reader, Tables } from '../storage/storage.ts'
import { type ListAnswer, listPage, pageOf } from './lists.ts'
import type { PageWanted } from './operation.ts'

type SortedTable = 'salesOrders' | 'tickets'
type Kept<Name extends SortedTable> = Tables[Name]

/** How a request wants a list sorted, and which filters it brings, as the contract has them. */
export interface SortedQuery extends PageWanted {
  order_by?: 'id' | 'created_at' | 'last_updated_at'
  order_direction?: 'asc' | 'desc'
}

const indexOf = {
  id: 'byBusiness',
  created_at: 'byCreation',
  last_updated_at: 'byUpdate',
} as const satisfies Record<string, IndexName<SortedTable>>

/**
 * A page of a business's orders or tickets, sorted as the request asks. Without a filter only the page is read.
 *
 * @param fits whether the request's filters let a record pass.
 */
export async function sortedPage<Name extends SortedTable, Data>(
  db: Reader,
  table: Name,
  businessId: string,
  query: SortedQuery,
  fits: (record: Kept<Name>) => boolean,
  toData: (record: Kept<Name>) => Promise<Data>,
): Promise<ListAnswer<Data>> {
  const index = indexOf[query.order_by ?? 'id'] as IndexName<Name>
  const direction = query.order_direction === 'desc' ? 'descending' : 'ascending'
  const filtered = Object.keys(query).some((name) => name.startsWith('filter_'))
  if (!filtered) return listPage(db, table, businessId, query, toData, index, direction)
  const records = await db.list(table, index, { equals: [businessId], direction })
  return pageOf(records.filter(fits), query, toData)
}

/** Whether a value is what a filter asks for, where there is one. */
export function isWanted<Value>(value: Value, wanted: Value | undefined): boolean {
  return wanted === undefined || value === wanted
}

/** Whether a value is within a filter's bounds, where there are any. */
export function isWithin<Value extends number | string>(
  value: Value,
  from: Value | undefined,
  to: Value | undefined,
): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to)
}

/** The day of a time, in UTC: filters by date take in the whole of their days. */
export function dayOf(time: components['schemas']['EdeskDateTime']): string {
  return time.slice(0, 10)
}
