import type { components } from '#src/api/generated/schema.ts'
import { businessDay } from '#src/shared/businessDay.ts'
import { startOfDay } from '#src/shared/startOfDay.ts'

import type { Reader } from '../domain/schema.ts'
import type { TokenFilter } from '../domain/tokenFilter.ts'
import type { Actor } from '../server/operation.ts'
import { createRuleTest } from './createRuleTest.ts'

type Schemas = components['schemas']

/** The filters of a request that depend on the business. */
interface BusinessFilter {
  breaks?: Schemas['RuleFilter']
  refused?: Schemas['RefusalFilter']
}

/** Returns the filter of a request, with a test in place of a rule and a time in place of today. */
export async function toTokenFilter(
  { breaks, refused, ...filter }: Omit<TokenFilter, 'breaks' | 'refusedSince'> & BusinessFilter,
  db: Reader,
  actor: Actor,
  now: Date,
): Promise<TokenFilter> {
  const brokenRules = breaks && (await createRuleTest(db, actor, now))
  return {
    ...filter,
    ...(brokenRules ? { breaks: (row) => isBroken(breaks, brokenRules(row)) } : {}),
    ...(refused ? { refusedSince: startOfToday(actor, now) } : {}),
  }
}

function isBroken(rule: Schemas['RuleFilter'], broken: readonly Schemas['RuleName'][]): boolean {
  return rule === 'any' ? broken.length > 0 : broken.includes(rule)
}

/** Returns when the day began in the time zone of the business. */
export function startOfToday({ business: { timeZone } }: Actor, now: Date): string {
  return startOfDay(businessDay(now, timeZone), timeZone).toISOString()
}
