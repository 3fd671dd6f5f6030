import { adviceOf, isInService, isUnused } from '../domain/advice.ts'
import { compareBy, firstOf } from '../domain/tokenFilter.ts'
import type { Operation } from '../operation.ts'

/** So many tokens are told of at most, and so many of them are in use. */
const most = 20
const mostInUse = 15
/** Of so many tokens it is looked at closely what they were used for: those that were used last. */
const looked = 100

export const listAdvice: Operation<'listAdvice', 'token-admin'> = {
  who: 'token-admin',
  async run({ actor, db, now }) {
    const inUse = firstOf(looked, compareBy('-lastUsedAt'))
    const idle = firstOf(most, compareBy('createdAt'))
    let unused = 0
    for await (const rows of db.rows('tokens')) {
      for (const row of rows) {
        if (row.businessId !== actor.business.id) continue
        if (isUnused(row, now)) {
          unused += 1
          idle.add(row)
        } else if (isInService(row, now)) {
          inUse.add(row)
        }
      }
    }

    async function advised(rows: readonly { id: string }[], limit: number) {
      const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
      return tokens
        .flatMap((token) => {
          const advice = token && adviceOf(token, now)
          if (!advice) return []
          const { id, name, keyEnding, lastUsedAt } = token
          return [{ token: { id, name, keyEnding, lastUsedAt }, advice }]
        })
        .slice(0, limit)
    }

    const items = await advised(inUse.items(), mostInUse)
    items.push(...(await advised(idle.items(), most - items.length)))
    return { status: 200, body: { items, unused } }
  },
}
