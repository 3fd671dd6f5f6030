import type { RuleName } from '#src/shared/tokenRules.ts'

import { rulesOf, breaksRule } from '../domain/rules.ts'
import { compareTokensBy, type TokenFilter } from '../domain/tokenFilter.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'
import { findTokens } from './findTokens.ts'

/** Returns the filter of a request, with a test in place of the rule's name. */
export async function withRuleTest<Filter extends object>(
  { breaks, ...filter }: Filter & { breaks?: RuleName },
  db: Reader,
  actor: Actor,
  now: Date,
): Promise<Omit<Filter, 'breaks'> & Pick<TokenFilter, 'breaks'>> {
  return breaks ? { ...filter, breaks: await createRuleTest(breaks, db, actor, now) } : filter
}

/** Returns a function that tests whether a token breaks a rule. Too many are the newest tokens beyond the maximum. */
async function createRuleTest(
  rule: RuleName,
  db: Reader,
  actor: Actor,
  now: Date,
): Promise<(row: TokenProjection) => boolean> {
  const { business } = actor
  if (rule !== 'max_tokens') return (row) => breaksRule(row, rule, business, now)
  const { maxTokens } = rulesOf(business)
  if (maxTokens === null) return () => false
  const options = { sort: 'createdAt', limit: maxTokens } as const
  const { rows, total } = await findTokens(db.rows('tokens'), actor, {}, options, now)
  const last = rows.at(-1)
  const compare = compareTokensBy('createdAt', now)
  return (row) => total > maxTokens && last !== undefined && compare(last, row) < 0
}
