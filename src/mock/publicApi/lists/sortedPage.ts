import type { IndexName, Reader, Tables } from '../../domain/schema.ts'
import { type ListResponse, listPage, paginate } from './pagination.ts'
import type { Paging } from '../operation.ts'

type SortedTable = 'salesOrders' | 'tickets'
type RecordOf<Name extends SortedTable> = Tables[Name]

/** The sort order and paging of a list request. The query may also contain `filter_…` parameters. */
export interface SortedQuery extends Paging {
  order_by?: 'id' | 'created_at' | 'last_updated_at'
  order_direction?: 'asc' | 'desc'
}

const sortIndexes = {
  id: 'byBusiness',
  created_at: 'byCreation',
  last_updated_at: 'byUpdate',
} as const satisfies Record<string, IndexName<SortedTable>>

/**
 * Reads one page of a business's orders or tickets, in the requested order. Without a filter it reads no records outside the
 * page.
 *
 * @param matches whether a record matches the request's filters.
 */
export async function sortedPage<Name extends SortedTable, Data>(
  db: Reader,
  table: Name,
  businessId: string,
  query: SortedQuery,
  matches: (record: RecordOf<Name>) => boolean,
  toData: (record: RecordOf<Name>) => Promise<Data>,
): Promise<ListResponse<Data>> {
  const index = sortIndexes[query.order_by ?? 'id'] as IndexName<Name>
  const direction = query.order_direction === 'desc' ? 'descending' : 'ascending'
  const isFiltered = Object.keys(query).some((name) => name.startsWith('filter_'))
  if (!isFiltered) return listPage(db, table, businessId, query, toData, index, direction)
  const records = await db.list(table, index, { equals: [businessId], direction })
  return paginate(records.filter(matches), query, toData)
}
