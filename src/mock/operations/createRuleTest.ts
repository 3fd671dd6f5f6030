import { type RuleName, rulesInForce } from '#src/shared/tokenRules.ts'

import { breaksRule, rulesOf } from '../domain/rules.ts'
import type { Reader } from '../domain/schema.ts'
import { compareTokensBy } from '../domain/tokenFilter.ts'
import { type TokenProjection, toTokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import { findTokens } from './findTokens.ts'
import { findTokensByIndex } from './findTokensByIndex.ts'

/** Returns the rules in force that a token breaks. */
export type RuleTest = (row: TokenProjection) => RuleName[]

/**
 * Returns a function that finds the rules in force that a token breaks. Too many are the newest tokens beyond the maximum.
 *
 * @param only tests this rule and no others.
 */
export async function createRuleTest(
  db: Reader,
  actor: Actor,
  now: Date,
  only?: RuleName,
): Promise<RuleTest> {
  const { business } = actor
  const rules = rulesOf(business)
  const names = rulesInForce(rules).filter((name) => only === undefined || name === only)
  const last = names.includes('max_tokens')
    ? await findLastAllowed(db, actor, Number(rules.maxTokens), now)
    : undefined
  const compare = compareTokensBy('createdAt', now)
  return (row) =>
    names.filter((name) =>
      name === 'max_tokens'
        ? last !== undefined && compare(last, row) < 0
        : breaksRule(row, name, business, now),
    )
}

/** Returns the newest token that the maximum allows; undefined if there are fewer tokens. */
async function findLastAllowed(
  db: Reader,
  actor: Actor,
  maxTokens: number,
  now: Date,
): Promise<TokenProjection | undefined> {
  const page = { sort: 'createdAt', offset: maxTokens - 1, limit: 1 } as const
  const found = await findTokensByIndex(db, actor, page, now)
  if (found) return found.tokens.map(toTokenProjection)[0]
  return (await findTokens(db.rows('tokens'), actor, {}, page, now)).rows[0]
}
