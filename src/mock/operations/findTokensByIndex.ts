import type { Language } from '../domain/compareNames.ts'
import { isOldKeyOf } from '../domain/oldKeys.ts'
import type { TokenRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import {
  compareTokensBy,
  isInOwnOrder,
  type TokenCounts,
  type TokenOrder,
} from '../domain/tokenFilter.ts'
import { toTokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import { countTokens } from './countTokens.ts'
import { findUrgentTokens } from './findUrgentTokens.ts'

/** Old keys are read for every page. With more of them, it is faster to scan the rows. */
const maxOldKeys = 50

/** The orders along an index. By attention, this is the order of the tokens that need none. */
const indexes = {
  name: ['byNameOrder', 'name'],
  '-name': ['byNameOrder', '-name'],
  createdAt: ['byCreation', 'createdAt'],
  '-createdAt': ['byCreation', '-createdAt'],
  attention: ['byLastAnswer', '-lastAnswer'],
} as const satisfies { [Order in TokenOrder]?: [string, TokenOrder] }

interface Page {
  offset: number
  limit: number
}

/**
 * Finds a page of all tokens of the business along an index. The result is that of `findTokens` without a filter, but no rows are
 * scanned.
 *
 * @returns undefined if no index has this order, or too many tokens are not in their place in it.
 */
export async function findTokensByIndex(
  db: Reader,
  { business }: Actor,
  { sort, language = 'en', offset, limit }: Page & { sort: TokenOrder; language?: Language },
  now: Date,
): Promise<{ tokens: TokenRecord[]; total: number; counts: TokenCounts } | undefined> {
  if (!hasIndex(sort) || isInOwnOrder(sort, language)) return undefined
  const oldKeys = await findOldKeys(db, business.id, now)
  const urgent = sort === 'attention' ? await findUrgentTokens(db, business.id, now) : []
  if (!oldKeys || !urgent) return undefined

  const oldIds = new Set(oldKeys.map(({ id }) => id))
  const first = urgent.filter(({ id }) => !oldIds.has(id))
  const counts = await countTokens(db, business.id, oldKeys.map(toTokenProjection), now)
  const begin = first.slice(offset, offset + limit)
  const page = { offset: Math.max(0, offset - first.length), limit: limit - begin.length }
  const rest = await listWithout(db, business.id, sort, page, [...oldKeys, ...first], now)
  return { tokens: [...begin, ...rest], total: counts.all, counts }
}

function hasIndex(sort: TokenOrder): sort is keyof typeof indexes {
  return Object.hasOwn(indexes, sort)
}

/** Lists a page of tokens along an index without some of them: these count neither as tokens of the page nor in its offset. */
async function listWithout(
  db: Reader,
  businessId: string,
  sort: keyof typeof indexes,
  { offset, limit }: Page,
  without: readonly TokenRecord[],
  now: Date,
): Promise<TokenRecord[]> {
  if (limit === 0) return []
  const [index, order] = indexes[sort]
  const found = await db.list('tokens', index, {
    equals: [businessId],
    direction: order.startsWith('-') ? 'descending' : 'ascending',
    offset,
    limit: limit + without.length,
  })
  const compare = compareTokensBy(order, now)
  const [first] = found.slice(0, 1).map(toTokenProjection)
  const before = without
    .map(toTokenProjection)
    .filter((row) => first && row.id !== first.id && compare(row, first) < 0)
  const ids = new Set(without.map(({ id }) => id))
  return found.filter(({ id }) => !ids.has(id)).slice(before.length, before.length + limit)
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
