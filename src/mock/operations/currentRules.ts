import type { components } from '#src/api/generated/schema.ts'
import { type RuleName, rulesInForce } from '#src/shared/tokenRules.ts'

import { createBrokenRules, rulesOf } from '../domain/rules.ts'
import type { BusinessRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import type { Actor } from '../server/operation.ts'
import { toPerson } from '../server/records/serialize.ts'
import { findTokens } from './findTokens.ts'

type Schemas = components['schemas']

/** Returns the rules of a business, with the number of tokens that break each rule in force. */
export async function currentRules(
  db: Reader,
  actor: Actor,
  business: BusinessRecord,
  now: Date,
): Promise<Schemas['CurrentRules']> {
  const stored = business.rules
  return {
    rules: rulesOf(business),
    changedAt: stored?.changedAt ?? null,
    changedBy: stored ? await toPerson(stored.changedById, db) : null,
    pausesFrom: stored?.pausesFrom ?? null,
    breaking: await countBreaking(db, { ...actor, business }, now),
  }
}

async function countBreaking(
  db: Reader,
  actor: Actor,
  now: Date,
): Promise<Schemas['BrokenRule'][]> {
  const { business } = actor
  const rules = rulesOf(business)
  const names = rulesInForce(rules)
  if (names.length === 0) return []
  const all = await findTokens(db.rows('tokens'), actor, {}, { sort: 'createdAt' }, now)
  const brokenRules = createBrokenRules(business, now)
  const broken: RuleName[] = all.rows.flatMap(brokenRules)
  return names.map((rule) => {
    const tooMany = Math.max(0, all.total - Number(rules.maxTokens))
    const tokens = rule === 'max_tokens' ? tooMany : broken.filter((name) => name === rule).length
    return { rule, tokens }
  })
}
