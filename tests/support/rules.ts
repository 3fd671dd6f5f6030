import type { components } from '#src/api/generated/schema.ts'
import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

import type { Person } from './backend.ts'

type CurrentRules = components['schemas']['CurrentRules']

/** Sets rules as this person, in place of all earlier ones. */
export function setRules(person: Person, rules: Partial<TokenRules>, ifMatch = '*') {
  return person('PUT', '/api/rules', {
    body: { ...noRules, ...rules },
    headers: { 'If-Match': ifMatch },
  })
}

/** Returns the rules, and how many tokens break each. */
export async function rulesSeenBy(person: Person) {
  const { body, headers } = await person('GET', '/api/rules')
  const current = body as CurrentRules
  const breaking = Object.fromEntries(current.breaking.map(({ rule, tokens }) => [rule, tokens]))
  return { ...current, breaking, etag: headers.get('etag') ?? '' }
}

/** Returns the names of the tokens that break a rule. */
export async function namesBreaking(person: Person, rule: string): Promise<string[]> {
  const { body } = await person('GET', `/api/tokens?breaks=${rule}&sort=name`)
  return (body as components['schemas']['TokenList']).items.map(({ name }) => name)
}
