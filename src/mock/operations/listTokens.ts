import type { Operation } from '../operation.ts'
import { toToken } from '../serialize.ts'

export const listTokens: Operation<'listTokens', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, query, db, now }) {
    const { page = 1, pageSize = 25, sort = '-createdAt' } = query
    const index = sort === 'name' || sort === '-name' ? 'byName' : 'byCreation'
    const tokens = await db.list('tokens', index, {
      equals: [actor.business.id],
      direction: sort.startsWith('-') ? 'descending' : 'ascending',
      offset: (page - 1) * pageSize,
      limit: pageSize,
    })
    const total = await db.count('tokens', index, [actor.business.id])
    const items = await Promise.all(tokens.map((token) => toToken(token, db, now)))
    return { status: 200, body: { items, total, page, pageSize } }
  },
}
