import {
  compareBy,
  filterOf,
  firstOf,
  type TokenFilter,
  type TokenOrder,
} from '../domain/tokenFilter.ts'
import type { TokenRow } from '../domain/tokenRow.ts'
import type { Actor } from '../operation.ts'
import type { Reader } from '../storage/storage.ts'

/**
 * Looks through the business's tokens, of which only their rows are read.
 *
 * @param wanted which of those that fit: `limit` of them in this order, from `offset` on.
 * @returns their rows, and how many fit in all.
 */
export async function findTokens(
  db: Reader,
  { business }: Actor,
  filter: TokenFilter,
  wanted: { sort: TokenOrder; offset?: number; limit?: number },
  now: Date,
): Promise<{ rows: TokenRow[]; total: number }> {
  const { sort, offset = 0, limit = Infinity } = wanted
  const fits = filterOf(filter, now)
  const first = firstOf(offset + limit, compareBy(sort))
  let total = 0
  for await (const rows of db.rows('tokens')) {
    for (const row of rows) {
      if (row.businessId !== business.id || (fits && !fits(row))) continue
      total += 1
      first.add(row)
    }
  }
  return { rows: first.items().slice(offset), total }
}
