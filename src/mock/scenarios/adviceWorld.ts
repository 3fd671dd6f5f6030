import { noRules } from '#src/shared/tokenRules.ts'

import { adviceOf } from '../domain/advice.ts'
import { withDismissal } from '../domain/adviceGroups.ts'
import type { ActivityRecord } from '../domain/records.ts'
import { robin, timesBefore } from './tokenBuilders.ts'
import { tokensWorld } from './tokensWorld.ts'
import type { SeedData } from './seedData.ts'
import { setRules } from './setRules.ts'

/** The token whose advice was dismissed, by whom, and when in days before now. */
const dismissal = { name: 'Returns portal', by: robin, ago: 0.72 }

/** The rule that a token breaks, and when it was set, in days before now. */
const rule = { rules: { ...noRules, fullAccess: 'per_feature' }, ago: 2.4 } as const

/** A token without the permissions that it does not use: all that is left is to limit it to its addresses. */
const withoutExcess = 'Chat on our site'

/** The world with a dozen tokens and advice of every kind. One of the Admins has dismissed a piece of it. */
export function adviceWorld(now: Date): SeedData {
  const world = tokensWorld('advice', now)
  const { daysAgo } = timesBefore(now)
  setRules(world, rule.rules, daysAgo(rule.ago))
  const at = daysAgo(dismissal.ago)
  const kind = 'unused_permissions'
  world.tokens = world.tokens.map((token) => {
    if (token.name === withoutExcess) {
      const proposed = adviceOf(token, now)?.proposed
      if (!proposed) throw new Error(`${withoutExcess} has no access to remove`)
      return { ...token, ...proposed }
    }
    if (token.name !== dismissal.name) return token
    const by = world.users.find(({ id }) => id === dismissal.by)
    const activity = world.counters.find(({ id }) => id === 'activity')
    if (!by || !activity) throw new Error('The world has no Admin or no activity')
    activity.last += 1
    world.activity.push({
      id: activity.last,
      businessId: token.businessId,
      at: at.toISOString(),
      byId: by.id,
      byName: by.name,
      action: 'advice_dismissed',
      tokenId: token.id,
      tokenName: token.name,
      keyEnding: token.keyEnding,
      changes: [{ field: 'advice', before: null, after: kind }],
    } satisfies ActivityRecord)
    return withDismissal(token, kind, at)
  })
  return world
}
