import type { Language } from '../domain/compareNames.ts'
import { groupByApplication } from '../domain/oldKeys.ts'
import {
  compareTokensBy,
  createTokenCounter,
  createTokenFilter,
  topN,
  type TokenCounts,
  type TokenFilter,
  type TokenOrder,
} from '../domain/tokenFilter.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'

/**
 * Finds the business's tokens that match a filter. A token and the old keys that it replaces count as one.
 *
 * @param allRows the rows of all tokens, in batches.
 * @param options the sort order, the language that names are sorted and searched by, and the page: `limit` tokens, starting at `offset`.
 * @returns the rows of the page, the total number of matching tokens, and the numbers for the quick filters. `oldKeys` has the
 *   old keys of a row.
 */
export async function findTokens(
  allRows: AsyncIterable<readonly TokenProjection[]>,
  { business }: Actor,
  filter: TokenFilter,
  options: { sort: TokenOrder; language?: Language; offset?: number; limit?: number },
  now: Date,
): Promise<{
  rows: TokenProjection[]
  oldKeys: ReadonlyMap<TokenProjection, readonly TokenProjection[]>
  total: number
  counts: TokenCounts
}> {
  const { sort, language, offset = 0, limit = Infinity } = options
  const matches = createTokenFilter(filter, now, language)
  const collector = topN(offset + limit, compareTokensBy(sort, now, language))
  const counter = createTokenCounter(now)
  const oldKeys = new Map<TokenProjection, readonly TokenProjection[]>()
  let total = 0
  await scanTokens(allRows, business.id, now, (row, oldKeysOfRow) => {
    if (oldKeysOfRow.length > 0) oldKeys.set(row, oldKeysOfRow)
    counter.add(row)
    if (matches && !matches(row, oldKeysOfRow)) return
    total += 1
    collector.add(row)
  })
  const rows = collector.items().slice(offset)
  return { rows, oldKeys, total, counts: counter.counts }
}

/** Calls `add` for each token of a business, with the old keys that it replaces. */
export async function scanTokens(
  allRows: AsyncIterable<readonly TokenProjection[]>,
  businessId: string,
  now: Date,
  add: (row: TokenProjection, oldKeys: readonly TokenProjection[]) => void,
): Promise<void> {
  const linked: TokenProjection[] = []
  for await (const rows of allRows) {
    for (const row of rows) {
      if (row.businessId !== businessId) continue
      if (row.replacedById === null && row.replacesId === null) add(row, [])
      else linked.push(row)
    }
  }
  for (const { token, oldKeys } of groupByApplication(linked, now)) add(token, oldKeys)
}
