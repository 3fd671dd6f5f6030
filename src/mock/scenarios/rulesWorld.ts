import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import type { SeedData } from './seedData.ts'
import { setRules } from './setRules.ts'
import { timesBefore } from './tokenBuilders.ts'
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
  setRules(world, rules, timesBefore(now).daysAgo(changedDaysAgo))
  return world
}
