import type { components } from '#src/api/generated/schema.ts'

import { adviceOf, type TokenAdvice } from '../domain/advice.ts'
import { type AdviceGroup, createAdviceGrouping, dismissalOf } from '../domain/adviceGroups.ts'
import type { TokenRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import type { Actor } from '../server/operation.ts'
import { toToken } from '../server/records/serialize.ts'
import { scanTokens } from './findTokens.ts'

/** How many of a token's last refused requests tell which access it lacks. */
const maxRefusals = 100

/** Calls `add` for each token, with the group of the advice about it. It reads only the rows of the tokens. */
export async function findAdvice(
  db: Reader,
  { business }: Actor,
  now: Date,
  add: (group: AdviceGroup | undefined, row: TokenProjection) => void,
): Promise<void> {
  const groupOf = createAdviceGrouping(now)
  // No advice is about an old key.
  await scanTokens(db.rows('tokens'), business.id, now, (row) => add(groupOf(row), row))
}

/** Returns the tokens of rows, with the advice about them. */
export async function advisedTokens(
  rows: readonly TokenProjection[],
  db: Reader,
  now: Date,
): Promise<components['schemas']['AdvisedToken'][]> {
  const tokens = await Promise.all(rows.map(({ id }) => db.get('tokens', id)))
  const items = tokens.map(async (token) => {
    const advice = token && (await deriveAdvice(token, db, now))
    if (!advice) return []
    const dismissedUntil = dismissalOf(token, advice.kind, now)
    return [{ token: await toToken(token, db, now), advice, dismissedUntil }]
  })
  return (await Promise.all(items)).flat()
}

/** Returns the advice about a token, also if it is dismissed. */
export async function deriveAdvice(
  token: TokenRecord,
  db: Reader,
  now: Date,
): Promise<TokenAdvice | undefined> {
  const advice = adviceOf(token, now)
  if (advice?.kind !== 'failing') return advice
  const refusals = await db.list('requests', 'byOutcome', {
    equals: [token.id, 'refused'],
    direction: 'descending',
    limit: maxRefusals,
  })
  return adviceOf(token, now, refusals)
}
