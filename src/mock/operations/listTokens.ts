import { defaultPageSizes } from '#src/api/generated/values.ts'

import type { TokenRecord } from '../domain/records.ts'
import type { TokenFilter, TokenOrder } from '../domain/tokenFilter.ts'
import type { Actor, Operation } from '../server/operation.ts'
import { toToken } from '../server/serialize.ts'
import type { Reader } from '../domain/schema.ts'
import { findTokens } from './findTokens.ts'

export const listTokens: Operation<'listTokens', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, now }) {
    const {
      page = 1,
      pageSize = defaultPageSizes.listTokens,
      sort = 'attention',
      ...filter
    } = query
    const range = { offset: (page - 1) * pageSize, limit: pageSize }
    const index = Object.keys(filter).length === 0 ? indexFor(sort) : undefined
    const { tokens, total } = index
      ? await listByIndex(index, { db, actor, sort, ...range })
      : await listFiltered(filter, { db, actor, now, sort, ...range })
    const items = await Promise.all(tokens.map((token) => toToken(token, db, now)))
    return { status: 200, body: { items, total, page, pageSize } }
  },
}

interface Query {
  db: Reader
  actor: Actor
  sort: TokenOrder
  offset: number
  limit: number
}

/** Returns the index that is sorted this way, if there is one. */
function indexFor(sort: TokenOrder): 'byNameOrder' | 'byCreation' | undefined {
  if (sort.endsWith('name')) return 'byNameOrder'
  return sort.endsWith('createdAt') ? 'byCreation' : undefined
}

async function listByIndex(
  index: 'byNameOrder' | 'byCreation',
  { db, actor, sort, offset, limit }: Query,
): Promise<{ tokens: TokenRecord[]; total: number }> {
  const equals = [actor.business.id]
  const direction = sort.startsWith('-') ? 'descending' : 'ascending'
  const tokens = await db.list('tokens', index, { equals, direction, offset, limit })
  return { tokens, total: await db.count('tokens', index, equals) }
}

async function listFiltered(
  filter: TokenFilter,
  { db, actor, now, ...page }: Query & { now: Date },
): Promise<{ tokens: TokenRecord[]; total: number }> {
  const { rows, total } = await findTokens(db, actor, filter, page, now)
  const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
  return { tokens: tokens.filter((token) => token !== undefined), total }
}
