import { defaultPageSizes } from '#src/api/generated/values.ts'

import type { Language } from '../domain/compareNames.ts'
import type { TokenRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import type { TokenCounts, TokenFilter, TokenOrder } from '../domain/tokenFilter.ts'
import type { Actor, Operation } from '../server/operation.ts'
import { toToken } from '../server/records/serialize.ts'
import { findTokens } from './findTokens.ts'
import { findTokensByIndex } from './findTokensByIndex.ts'
import { toTokenFilter } from './toTokenFilter.ts'

export const listTokens: Operation<'listTokens', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, now, language }) {
    const {
      page = 1,
      pageSize = defaultPageSizes.listTokens,
      sort = 'attention',
      ...filter
    } = query
    const range = { sort, language, offset: (page - 1) * pageSize, limit: pageSize }
    const { tokens, total, counts } = await findPage(
      db,
      actor,
      await toTokenFilter(filter, db, actor, now),
      range,
      now,
    )
    const items = await Promise.all(tokens.map((token) => toToken(token, db, now)))
    return { status: 200, body: { items, total, counts, page, pageSize } }
  },
}

async function findPage(
  db: Reader,
  actor: Actor,
  filter: TokenFilter,
  range: { sort: TokenOrder; language: Language; offset: number; limit: number },
  now: Date,
): Promise<{ tokens: TokenRecord[]; total: number; counts: TokenCounts }> {
  const isFiltered = Object.keys(filter).length > 0
  const found = isFiltered ? undefined : await findTokensByIndex(db, actor, range, now)
  if (found) return found
  const { rows, total, counts } = await findTokens(db.rows('tokens'), actor, filter, range, now)
  const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
  return { tokens: tokens.filter((token) => token !== undefined), total, counts }
}
