import { itemLimits } from '#src/api/generated/values.ts'

import { adviceOf, isInService, isUnused } from '../domain/advice.ts'
import { compareTokensBy, topN } from '../domain/tokenFilter.ts'
import type { Operation } from '../server/operation.ts'
import { lastUseOf } from '../server/serialize.ts'

const maxItems = itemLimits.AdviceList.items
/** The maximum number of items about tokens in use; the others are about unused tokens. */
const maxItemsInUse = 15
/** How many tokens in use are examined: those that were used last. */
const maxExamined = 100

export const listAdvice: Operation<'listAdvice', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, db, now }) {
    const inUse = topN(maxExamined, compareTokensBy('-lastUsedAt', now))
    const unusedTokens = topN(maxItems, compareTokensBy('createdAt', now))
    let unused = 0
    for await (const rows of db.rows('tokens')) {
      for (const row of rows) {
        if (row.businessId !== actor.business.id) continue
        if (isUnused(row, now)) {
          unused += 1
          unusedTokens.add(row)
        } else if (isInService(row, now)) {
          inUse.add(row)
        }
      }
    }

    async function itemsFor(rows: readonly { id: string }[], limit: number) {
      const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
      return tokens
        .flatMap((token) => {
          const advice = token && adviceOf(token, now)
          if (!advice) return []
          const { id, name, keyEnding } = token
          return [{ token: { id, name, keyEnding, ...lastUseOf(token) }, advice }]
        })
        .slice(0, limit)
    }

    const items = await itemsFor(inUse.items(), maxItemsInUse)
    items.push(...(await itemsFor(unusedTokens.items(), maxItems - items.length)))
    return { status: 200, body: { items, unused } }
  },
}
