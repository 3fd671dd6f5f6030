import { isOldKeyOf } from '../domain/oldKeys.ts'
import type { TokenRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import { compareTokensBy, type TokenCounts, type TokenOrder } from '../domain/tokenFilter.ts'
import { toTokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import { countTokens } from './countTokens.ts'

/** Old keys are read for every page. With more of them, it is faster to scan the rows. */
const maxOldKeys = 50

/**
 * Finds a page of all tokens of the business along an index. The result is that of `findTokens` without a filter, but no rows are
 * scanned.
 *
 * @returns undefined if no index has this order, or the business has too many old keys.
 */
export async function findTokensByIndex(
  db: Reader,
  { business }: Actor,
  { sort, offset, limit }: { sort: TokenOrder; offset: number; limit: number },
  now: Date,
): Promise<{ tokens: TokenRecord[]; total: number; counts: TokenCounts } | undefined> {
  const index = indexFor(sort)
  const oldKeys = index && (await findOldKeys(db, business.id, now))
  if (!oldKeys) return undefined

  const found = await db.list('tokens', index, {
    equals: [business.id],
    direction: sort.startsWith('-') ? 'descending' : 'ascending',
    offset,
    limit: limit + oldKeys.length,
  })
  const oldRows = oldKeys.map(toTokenProjection)
  const counts = await countTokens(db, business.id, oldRows, now)
  // The index contains the old keys, which are no tokens of their own: leave them out, also of the offset.
  const compare = compareTokensBy(sort, now)
  const [first] = found.slice(0, 1).map(toTokenProjection)
  const before = oldRows.filter((row) => first && row.id !== first.id && compare(row, first) < 0)
  const oldIds = new Set(oldKeys.map(({ id }) => id))
  const tokens = found
    .filter(({ id }) => !oldIds.has(id))
    .slice(before.length, before.length + limit)
  return { tokens, total: counts.all, counts }
}

/** Returns the index that is sorted this way, if there is one. */
function indexFor(sort: TokenOrder): 'byNameOrder' | 'byCreation' | undefined {
  if (sort.endsWith('name')) return 'byNameOrder'
  return sort.endsWith('createdAt') ? 'byCreation' : undefined
}

/** Returns the old keys of the business; undefined if there may be more than `maxOldKeys`. */
async function findOldKeys(
  db: Reader,
  businessId: string,
  now: Date,
): Promise<TokenRecord[] | undefined> {
  const replaced = await db.list('tokens', 'byReplacement', {
    equals: [businessId],
    from: new Date(now.getTime() + 1).toISOString(),
    limit: maxOldKeys + 1,
  })
  if (replaced.length > maxOldKeys) return undefined
  const oldKeys = replaced.map(async (token) => {
    const replacement = await db.get('tokens', token.replacedById ?? '')
    return replacement && isOldKeyOf(token, replacement, now) ? [token] : []
  })
  return (await Promise.all(oldKeys)).flat()
}
