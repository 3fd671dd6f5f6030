import { fieldsAgainstRules, type RuledFields } from '#src/shared/tokenRules.ts'

import { parseDescription } from '../domain/names.ts'
import type { BusinessRecord } from '../domain/records.ts'
import { rulesOf } from '../domain/rules.ts'
import type { Reader } from '../domain/schema.ts'
import { type FieldError, invalidField, Problem } from '../server/errors/problem.ts'
import type { Actor } from '../server/operation.ts'
import { findTokens } from './findTokens.ts'

const details: Readonly<Record<keyof RuledFields, (business: BusinessRecord) => string>> = {
  accessLevel: () => 'The rules of the business allow Full Access only per feature.',
  description: () => 'The rules of the business require a description.',
  allowedAddresses: () => 'The rules of the business require allowed addresses.',
  expiresAt: (business) =>
    `The rules of the business allow at most ${rulesOf(business).longestLife} days.`,
}

/**
 * Validates fields of a token against the rules of its business. Returns the errors.
 *
 * @param given the fields that a request sets.
 */
export function validateRules(
  given: Partial<RuledFields>,
  business: BusinessRecord,
  now: Date,
): FieldError[] {
  const parsed = parseDescription(given.description ?? '')
  const description = parsed.ok ? parsed.value : String(given.description)
  const fields = {
    accessLevel: undefined,
    expiresAt: null,
    allowedAddresses: [],
    ...given,
    description,
  }
  const creation = { now, timeZone: business.timeZone }
  return fieldsAgainstRules(fields, rulesOf(business), creation)
    .filter((field) => Object.hasOwn(given, field))
    .map((field) => invalidField(field, 'against-rule', details[field](business)))
}

/** @throws Problem `too-many-tokens` if the rules of the business do not allow one more token. */
export async function assertRoom(db: Reader, actor: Actor, now: Date): Promise<void> {
  const { business } = actor
  const { maxTokens } = rulesOf(business)
  if (maxTokens === null) return
  // Old keys do not count, but looking for them takes longer.
  if ((await db.count('tokens', 'byName', [business.id])) < maxTokens) return
  const { total } = await findTokens(db.rows('tokens'), actor, {}, { sort: 'createdAt' }, now)
  if (total < maxTokens) return
  const detail = `The rules of the business allow at most ${maxTokens} tokens.`
  throw new Problem('/problems/too-many-tokens', { detail })
}
