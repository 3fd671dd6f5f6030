import type { components } from '#src/api/generated/schema.ts'

import { adviceOf, type TokenAdvice } from '../domain/advice.ts'
import { type AdviceGroup, createAdviceGrouping, dismissalOf } from '../domain/adviceGroups.ts'
import type { TokenRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import { type TokenProjection, toTokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import { toToken } from '../server/records/serialize.ts'
import { createRuleTest, type RuleTest } from './createRuleTest.ts'
import { scanTokens } from './findTokens.ts'

/** How many of a token's last refused requests tell which access it lacks. */
const maxRefusals = 100

/** What the advice about the tokens of a business depends on. */
export interface AdviceContext {
  db: Reader
  actor: Actor
  now: Date
  brokenRules: RuleTest
}

export async function adviceContext(db: Reader, actor: Actor, now: Date): Promise<AdviceContext> {
  return { db, actor, now, brokenRules: await createRuleTest(db, actor, now) }
}

/** Calls `add` for each token, with the group of the advice about it. It reads only the rows of the tokens. */
export async function findAdvice(
  { db, actor, now, brokenRules }: AdviceContext,
  add: (group: AdviceGroup | undefined, row: TokenProjection) => void,
): Promise<void> {
  const groupOf = createAdviceGrouping(now, (row) => brokenRules(row).length > 0)
  // No advice is about an old key.
  await scanTokens(db.rows('tokens'), actor.business.id, now, (row) => add(groupOf(row), row))
}

/** Returns the tokens of rows, with the advice about them. */
export async function advisedTokens(
  rows: readonly TokenProjection[],
  context: AdviceContext,
): Promise<components['schemas']['AdvisedToken'][]> {
  const { db, now } = context
  const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
  const items = tokens.map(async (token) => {
    const advice = token && (await deriveAdvice(token, context))
    if (!advice) return []
    const dismissedUntil = dismissalOf(token, advice.kind, now)
    return [{ token: await toToken(token, db, now), advice, dismissedUntil }]
  })
  return (await Promise.all(items)).flat()
}

/** Returns the advice about a token, also if it is dismissed. */
export async function deriveAdvice(
  token: TokenRecord,
  { db, now, brokenRules }: AdviceContext,
): Promise<TokenAdvice | undefined> {
  const rules = brokenRules(toTokenProjection(token))
  const advice = adviceOf(token, now, { rules })
  if (advice?.kind === 'few_addresses') {
    return adviceOf(token, now, { rules, addresses: await addressesOf(token, db) })
  }
  if (advice?.kind !== 'failing') return advice
  const refusals = await db.list('requests', 'byOutcome', {
    equals: [token.id, 'refused'],
    direction: 'descending',
    limit: maxRefusals,
  })
  return adviceOf(token, now, { rules, refusals })
}

/** Returns the addresses where a token worked, the last used first. */
async function addressesOf({ id }: TokenRecord, db: Reader): Promise<string[]> {
  const places = await db.list('places', 'byToken', { equals: [id], direction: 'descending' })
  const known = places.filter(({ neverWorked }) => !neverWorked)
  return [...new Set(known.flatMap(({ address }) => address ?? []))]
}
