import type { Operation } from '../server/operation.ts'
import { findTokens } from './findTokens.ts'

export const listTokenIds: Operation<'listTokenIds', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, now }) {
    const { rows, oldKeys, total } = await findTokens(db, actor, query, { sort: '-createdAt' }, now)
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      lastUsedAt: row.lastAnsweredAt,
      lastRefusedAt: row.lastRefusedAt,
      oldKeyIds: (oldKeys.get(row) ?? []).map(({ id }) => id),
    }))
    return { status: 200, body: { items, total } }
  },
}
