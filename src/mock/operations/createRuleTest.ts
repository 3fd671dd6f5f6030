import type { RuleName } from '#src/shared/tokenRules.ts'

import { createBrokenRules, rulesOf } from '../domain/rules.ts'
import type { Reader } from '../domain/schema.ts'
import { compareTokensBy } from '../domain/tokenFilter.ts'
import { type TokenProjection, toTokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import { findTokens } from './findTokens.ts'
import { findTokensByIndex } from './findTokensByIndex.ts'

/** Returns the rules in force that a token breaks. */
export type RuleTest = (row: TokenProjection) => RuleName[]

/** Returns a function that finds the rules in force that a token breaks. Too many are the newest tokens beyond the maximum. */
export async function createRuleTest(db: Reader, actor: Actor, now: Date): Promise<RuleTest> {
  const { maxTokens } = rulesOf(actor.business)
  const brokenRules = createBrokenRules(actor.business, now)
  const last = maxTokens === null ? undefined : await findLastAllowed(db, actor, maxTokens, now)
  const compare = compareTokensBy('createdAt', now)
  return (row) => {
    const broken = brokenRules(row)
    return last && compare(last, row) < 0 ? [...broken, 'max_tokens'] : broken
  }
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
