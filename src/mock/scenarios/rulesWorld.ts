import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import { ruleChanges, withRules } from '../domain/rules.ts'
import { northwindHome } from './northwindHome.ts'
import type { SeedData } from './seedData.ts'
import { robin, timesBefore } from './tokenBuilders.ts'
import { tokensWorld } from './tokensWorld.ts'

/** The rules that one of the Admins has set, and when, in days before now. */
const rules: TokenRules = {
  ...noRules,
  longestLife: 90,
  fullAccess: 'per_feature',
  descriptionRequired: true,
  pauseUnusedAfter: 90,
  maxTokens: 10,
}
const changedDaysAgo = 3.2

/** The world with a dozen tokens and rules that some of them break. None of them has been paused yet. */
export function rulesWorld(now: Date): SeedData {
  const world = tokensWorld('rules', now)
  const at = timesBefore(now).daysAgo(changedDaysAgo)
  const by = world.users.find(({ id }) => id === robin)
  const activity = world.counters.find(({ id }) => id === 'activity')
  if (!by || !activity) throw new Error('The world has no Admin or no activity')
  world.businesses = world.businesses.map((business) =>
    business.id === northwindHome
      ? withRules(business, rules, { userId: by.id, now: at })
      : business,
  )
  activity.last += 1
  world.activity.push({
    id: activity.last,
    businessId: northwindHome,
    at: at.toISOString(),
    byId: by.id,
    byName: by.name,
    action: 'rules_changed',
    tokenId: null,
    tokenName: '',
    keyEnding: '',
    changes: ruleChanges(noRules, rules),
  })
  return world
}
