import type { RuleName, TokenRules } from '#src/shared/tokenRules.ts'

/** The most tokens that a rule can allow. */
export const mostTokens = 100_000

/** The rules as the form's fields hold them. An empty text stands for no rule. */
export interface RulesDraft {
  longest_life: string
  pause_unused_after: string
  full_access: TokenRules['fullAccess']
  description_required: boolean
  addresses_required: boolean
  max_tokens: string
}

export const draftFields = [
  'longest_life',
  'pause_unused_after',
  'full_access',
  'description_required',
  'addresses_required',
  'max_tokens',
] as const satisfies RuleName[]

/** Returns the contents of the form for some rules. */
export function toDraft(rules: TokenRules): RulesDraft {
  return {
    longest_life: textOf(rules.longestLife),
    pause_unused_after: textOf(rules.pauseUnusedAfter),
    full_access: rules.fullAccess,
    description_required: rules.descriptionRequired,
    addresses_required: rules.addressesRequired,
    max_tokens: textOf(rules.maxTokens),
  }
}

/** Returns the rules that the form holds; undefined if the number of tokens is invalid. */
export function toRules(draft: RulesDraft): TokenRules | undefined {
  const count = draft.max_tokens.trim()
  const maxTokens = count === '' ? null : Number(count)
  const isValid = maxTokens === null || (/^\d+$/.test(count) && isInRange(maxTokens))
  if (!isValid) return undefined
  return {
    longestLife: numberOf(draft.longest_life),
    fullAccess: draft.full_access,
    descriptionRequired: draft.description_required,
    addressesRequired: draft.addresses_required,
    pauseUnusedAfter: numberOf(draft.pause_unused_after),
    maxTokens,
  }
}

/** Returns the fields in which two drafts differ. */
export function differences(one: RulesDraft, other: RulesDraft): RuleName[] {
  return draftFields.filter((field) => one[field] !== other[field])
}

/**
 * Merges what somebody else saved into the form: a field that the user has not changed takes the saved value, and the others keep
 * what the user chose.
 *
 * @param base the rules that the user's changes started from.
 */
export function mergeDrafts(base: RulesDraft, mine: RulesDraft, saved: RulesDraft): RulesDraft {
  const own = differences(base, mine).map((field) => [field, mine[field]])
  return { ...saved, ...(Object.fromEntries(own) as Partial<RulesDraft>) }
}

function isInRange(count: number): boolean {
  return count >= 1 && count <= mostTokens
}

function textOf(days: number | null): string {
  return days === null ? '' : String(days)
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text)
}
