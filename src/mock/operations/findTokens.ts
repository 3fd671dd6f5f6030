import {
  compareTokensBy,
  createTokenFilter,
  topN,
  type TokenFilter,
  type TokenOrder,
} from '../domain/tokenFilter.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'

/**
 * Finds the business's tokens that match a filter. It reads only their rows.
 *
 * @param options the sort order, and the page: `limit` tokens, starting at `offset`.
 * @returns the rows of the page, and the total number of matching tokens.
 */
export async function findTokens(
  db: Reader,
  { business }: Actor,
  filter: TokenFilter,
  options: { sort: TokenOrder; offset?: number; limit?: number },
  now: Date,
): Promise<{ rows: TokenProjection[]; total: number }> {
  const { sort, offset = 0, limit = Infinity } = options
  const matches = createTokenFilter(filter, now)
  const collector = topN(offset + limit, compareTokensBy(sort, now))
  let total = 0
  for await (const rows of db.rows('tokens')) {
    for (const row of rows) {
      if (row.businessId !== business.id || (matches && !matches(row))) continue
      total += 1
      collector.add(row)
    }
  }
  return { rows: collector.items().slice(offset), total }
}
