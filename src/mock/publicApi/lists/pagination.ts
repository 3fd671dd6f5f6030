import type { components } from '#src/api/generated/schema.ts'
import { itemsPerPage } from '#src/api/generated/values.ts'

import type { IndexName, Reader, TableName, Tables } from '../../domain/schema.ts'
import type { IndexRange } from '../../storage/port.ts'
import type { QueryReader } from '../../server/http/queryParameters.ts'
import type { Paging } from '../operation.ts'
import { parseInteger } from '../request/parseInteger.ts'

export interface ListResponse<Data> {
  data: Data[]
  paginator: components['schemas']['Paginator']
}

/**
 * Parses `page` and `itemsPerPage`. Values beyond a limit are clamped to it, and values that are not integers are ignored (eDesk
 * API facts, first table).
 */
export function parsePaging(query: QueryReader): Paging {
  const page = parseInteger(query.get('page'))
  const items = parseInteger(query.get('itemsPerPage'))
  return {
    page: Math.max(1, page ?? 1),
    itemsPerPage:
      items === undefined || items < 1
        ? itemsPerPage.default
        : Math.min(items, itemsPerPage.maximum),
  }
}

/**
 * Reads one page of a business's records, ordered by id or by another index. It reads no records outside the page.
 *
 * @example listPage(db, 'tags', caller.business.id, query, toTag)
 */
export async function listPage<Name extends TableName, Data>(
  db: Reader,
  table: Name,
  businessId: string,
  { page, itemsPerPage }: Paging,
  toData: (record: Tables[Name]) => Data | Promise<Data>,
  index: IndexName<Name> = 'byBusiness' as IndexName<Name>,
  direction: IndexRange['direction'] = 'ascending',
): Promise<ListResponse<Data>> {
  const records = await db.list(table, index, {
    equals: [businessId],
    direction,
    offset: (page - 1) * itemsPerPage,
    limit: itemsPerPage,
  })
  const total = await db.count(table, index, [businessId])
  return {
    data: await Promise.all(records.map(toData)),
    paginator: { currentPage: page, itemsPerPage, totalItemsCount: total },
  }
}

/** Returns one page of records that are already filtered and sorted. */
export async function paginate<Found, Data>(
  found: readonly Found[],
  { page, itemsPerPage }: Paging,
  toData: (record: Found) => Data | Promise<Data>,
): Promise<ListResponse<Data>> {
  const records = found.slice((page - 1) * itemsPerPage, page * itemsPerPage)
  return {
    data: await Promise.all(records.map(toData)),
    paginator: { currentPage: page, itemsPerPage, totalItemsCount: found.length },
  }
}
