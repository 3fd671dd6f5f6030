import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import { ruleChanges, withRules } from '../domain/rules.ts'
import { northwindHome } from './northwindHome.ts'
import type { SeedData } from './seedData.ts'
import { robin } from './tokenBuilders.ts'

/** Sets the first rules of the business, as one of its Admins, with their entry in the activity. */
export function setRules(world: SeedData, rules: TokenRules, at: Date): void {
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
}
