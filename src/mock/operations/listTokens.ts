import { defaultPageSizes } from '#src/api/generated/values.ts'

import type { Operation } from '../server/operation.ts'
import { toToken } from '../server/serialize.ts'
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
    const range = { sort, offset: (page - 1) * pageSize, limit: pageSize }
    const { rows, total, counts } = await findTokens(db, actor, filter, range, now)
    const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
    const items = await Promise.all(
      tokens.flatMap((token) => (token ? [toToken(token, db, now)] : [])),
    )
    return { status: 200, body: { items, total, counts, page, pageSize } }
  },
}
