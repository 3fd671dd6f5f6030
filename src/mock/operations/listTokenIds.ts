import type { components } from '#src/api/generated/schema.ts'

import type { Reader } from '../domain/schema.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import { inTurns } from '../server/inTurns.ts'
import type { Operation } from '../server/operation.ts'
import { findTokens } from './findTokens.ts'
import { toTokenFilter } from './toTokenFilter.ts'

export const listTokenIds: Operation<'listTokenIds', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, now, language }) {
    const filter = await toTokenFilter(query, db, actor, now)
    const order = { sort: '-createdAt', language } as const
    const allRows = inTurns(await readRows(db))
    return {
      status: 200,
      async makeBody() {
        const found = await findTokens(allRows, actor, filter, order, now)
        const items: components['schemas']['TokenId'][] = []
        for await (const rows of inTurns(found.rows)) {
          for (const row of rows) items.push(toTokenId(row, found.oldKeys.get(row)))
        }
        return { items, total: found.total }
      },
    }
  },
}

async function readRows(db: Reader): Promise<TokenProjection[]> {
  const batches: (readonly TokenProjection[])[] = []
  for await (const rows of db.rows('tokens')) batches.push(rows)
  return batches.flat()
}

function toTokenId(
  { id, name, lastAnsweredAt, lastRefusedAt }: TokenProjection,
  oldKeys: readonly TokenProjection[] = [],
): components['schemas']['TokenId'] {
  const oldKeyIds = oldKeys.map((old) => old.id)
  return { id, name, lastUsedAt: lastAnsweredAt, lastRefusedAt, oldKeyIds }
}
