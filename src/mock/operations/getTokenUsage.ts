import { limits } from '#src/api/generated/values.ts'
import { businessDay, dayBefore } from '#src/shared/businessDay.ts'

import type { UsageRecord } from '../domain/records.ts'
import type { Operation } from '../server/operation.ts'
import { getOwned } from './getOwned.ts'

export const getTokenUsage: Operation<'getTokenUsage', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, path, db, now }) {
    const token = await getOwned(db, 'tokens', actor, path.tokenId)
    const usage = await db.list('usage', 'byToken', { equals: [token.id] })
    const [newest] = await db.list('requests', 'byOutcome', {
      equals: [token.id, 'refused'],
      direction: 'descending',
      limit: 1,
    })
    const missing =
      newest?.feature && newest.needs ? { feature: newest.feature, needs: newest.needs } : null
    return {
      status: 200,
      body: {
        total: sum(usage, ({ answered, refused, notValid }) => answered + refused + notValid),
        refused: sum(usage, ({ refused }) => refused),
        days: lastDays(businessDay(now, actor.business.timeZone)).map((date) => {
          const found = usage.find((day) => day.date === date)
          const { answered = 0, refused = 0, notValid = 0 } = found ?? {}
          return { date, answered, refused, notValid }
        }),
        missing,
      },
    }
  },
}

function sum(usage: readonly UsageRecord[], column: (day: UsageRecord) => number): number {
  return usage.reduce((total, day) => total + column(day), 0)
}

/** The dates of the last days, today last. */
function lastDays(today: string): string[] {
  return Array.from({ length: limits.usageDays }, (_, index) =>
    dayBefore(today, limits.usageDays - 1 - index),
  )
}
