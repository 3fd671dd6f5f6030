import type { Operation } from '../server/operation.ts'
import { findTokens } from './findTokens.ts'

export const listTokenIds: Operation<'listTokenIds', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, now }) {
    const { rows, total } = await findTokens(db, actor, query, { sort: '-createdAt' }, now)
    const items = rows.map(({ id, name, lastAnsweredAt, lastRefusedAt }) => ({
      id,
      name,
      lastUsedAt: lastAnsweredAt,
      lastRefusedAt,
    }))
    return { status: 200, body: { items, total } }
  },
}
