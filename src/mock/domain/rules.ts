import { limits } from '#src/api/generated/values.ts'
import {
  isTooLate,
  noRules,
  type RuleName,
  rulesInForce,
  type TokenRules,
} from '#src/shared/tokenRules.ts'
import { msPerDay } from '#src/shared/time.ts'

import type { ActivityChange } from './activity.ts'
import type { BusinessRecord, RulesRecord, TokenRecord } from './records.ts'
import { tokenInactiveReason } from './tokenLifecycle.ts'
import type { TokenProjection } from './tokenProjection.ts'

export type RuleIssue = { rule: 'longestLife' | 'pauseUnusedAfter'; allowed: readonly number[] }

/** Returns the rules of a business, without what the backend stores beside them. */
export function rulesOf({ rules }: Pick<BusinessRecord, 'rules'>): TokenRules {
  if (!rules) return noRules
  const { longestLife, fullAccess, descriptionRequired } = rules
  const { addressesRequired, pauseUnusedAfter, maxTokens } = rules
  return {
    longestLife,
    fullAccess,
    descriptionRequired,
    addressesRequired,
    pauseUnusedAfter,
    maxTokens,
  }
}

/** Returns the version of the rules, for their ETag. */
export function rulesVersion({ rules }: Pick<BusinessRecord, 'rules'>): { version: number } {
  return { version: rules?.version ?? 0 }
}

/** Returns the rules with a number of days that they cannot have. */
export function wrongDays({ longestLife, pauseUnusedAfter }: TokenRules): RuleIssue[] {
  const issues: RuleIssue[] = [
    { rule: 'longestLife', allowed: limits.longestLifeDays },
    { rule: 'pauseUnusedAfter', allowed: limits.pauseUnusedAfterDays },
  ]
  const days = { longestLife, pauseUnusedAfter }
  return issues.filter(({ rule, allowed }) => {
    const chosen = days[rule]
    return chosen !== null && !allowed.includes(chosen)
  })
}

/**
 * Returns the business with new rules. When unused tokens are paused after another number of days, none is paused for a week, so
 * that the notice comes first.
 */
export function withRules(
  business: BusinessRecord,
  rules: TokenRules,
  { userId, now }: { userId: string; now: Date },
): BusinessRecord {
  const before = business.rules
  const hasNewPause = rules.pauseUnusedAfter !== rulesOf(business).pauseUnusedAfter
  const stored: RulesRecord = {
    ...rules,
    pausesFrom: hasNewPause ? firstPause(rules, now) : (before?.pausesFrom ?? null),
    changedAt: now.toISOString(),
    changedById: userId,
    version: rulesVersion(business).version + 1,
  }
  const { nextPauseCheckAt, ...rest } = business
  const keepsCheck = !hasNewPause && nextPauseCheckAt !== undefined
  return { ...rest, rules: stored, ...(keepsCheck ? { nextPauseCheckAt } : {}) }
}

function firstPause({ pauseUnusedAfter }: TokenRules, now: Date): string | null {
  return pauseUnusedAfter === null ? null : later(now.toISOString(), limits.pauseNoticeDays)
}

/** Formats each rule for the activity; null for a rule that is not in force. */
const format: Readonly<Record<RuleName, (rules: TokenRules) => string>> = {
  longest_life: ({ longestLife }) => String(longestLife),
  full_access: ({ fullAccess }) => fullAccess,
  description_required: ({ descriptionRequired }) => String(descriptionRequired),
  addresses_required: ({ addressesRequired }) => String(addressesRequired),
  pause_unused_after: ({ pauseUnusedAfter }) => String(pauseUnusedAfter),
  max_tokens: ({ maxTokens }) => String(maxTokens),
}

/** Returns the rules that changed, from what to what. */
export function ruleChanges(before: TokenRules, after: TokenRules): ActivityChange[] {
  const [earlier, present] = [rulesInForce(before), rulesInForce(after)]
  const names = Object.keys(format) as RuleName[]
  return names
    .map((field) => ({
      field,
      before: earlier.includes(field) ? format[field](before) : null,
      after: present.includes(field) ? format[field](after) : null,
    }))
    .filter((change) => change.before !== change.after)
}

/** The rules that a token breaks by itself. Which tokens are too many depends on the others: `createRuleTest` tells. */
type RuleOfToken = Exclude<RuleName, 'max_tokens'>

/**
 * Returns a function that finds the rules in force that a token breaks, apart from the maximum. An expired token breaks none,
 * because it no longer works.
 */
export function createBrokenRules(
  business: BusinessRecord,
  now: Date,
): (row: TokenProjection) => RuleOfToken[] {
  const rules = rulesOf(business)
  const tooLongAgo = later(now.toISOString(), -(rules.pauseUnusedAfter ?? 0))
  const breaks: Readonly<Record<RuleOfToken, (row: TokenProjection) => boolean>> = {
    longest_life({ createdAt, expiresAt }) {
      const creation = { now: new Date(createdAt), timeZone: business.timeZone }
      return isTooLate(expiresAt, rules.longestLife, creation)
    },
    full_access: ({ accessLevel }) => accessLevel === 'full_access',
    description_required: ({ hasDescription }) => !hasDescription,
    addresses_required: ({ hasAddresses }) => !hasAddresses,
    pause_unused_after(row) {
      const since = unusedSince(row, business)
      return since !== undefined && since <= tooLongAgo
    },
  }
  const names = rulesInForce(rules).filter((name) => name !== 'max_tokens')
  return (row) =>
    tokenInactiveReason(row, now) === 'expired' ? [] : names.filter((name) => breaks[name](row))
}

/** The fields of a token that decide when a rule pauses it. */
type PausingFields = Pick<
  TokenRecord,
  'createdAt' | 'lastUsedAt' | 'pausedAt' | 'replacedById' | 'expiresAt'
> & { resumedAt?: string | null }

/**
 * Returns when the rule for unused tokens pauses a token; undefined if never. Days have 24 hours, so no change of clocks moves
 * it. Refused requests count as use, because an application still has the key. An old key is not paused: it ends by itself.
 */
export function pauseDueAt(token: PausingFields, business: BusinessRecord): string | undefined {
  const since = unusedSince(token, business)
  if (since === undefined) return undefined
  const { pauseUnusedAfter } = rulesOf(business)
  const dueAt = latest(later(since, Number(pauseUnusedAfter)), String(business.rules?.pausesFrom))
  const expiresFirst = token.expiresAt !== null && token.expiresAt <= dueAt
  return expiresFirst ? undefined : dueAt
}

/** Returns since when a token has been unused; undefined if no rule about that applies to it. */
function unusedSince(token: PausingFields, business: BusinessRecord): string | undefined {
  const { pausedAt, replacedById, createdAt, lastUsedAt, resumedAt } = token
  const hasRule = (business.rules?.pauseUnusedAfter ?? null) !== null
  if (!hasRule || pausedAt !== null || replacedById !== null) return undefined
  return latest(createdAt, lastUsedAt ?? '', resumedAt ?? '')
}

/** Returns the token as the rule pauses it. Nobody has changed it, so `updatedAt` stays. */
export function pausedByRule(
  token: TokenRecord,
  dueAt: string,
): TokenRecord & { pausedAt: string } {
  return { ...token, pausedAt: dueAt, attempts: 0, version: token.version + 1 }
}

/**
 * Whether it is time to look for tokens that the rule pauses. After a look, no token is due until the time that it returned
 * (`nextPauseCheck`), because using, creating and resuming a token only postpone it. A clock that was put back makes a new look
 * necessary.
 */
export function isPauseCheckDue({ rules, nextPauseCheckAt }: BusinessRecord, now: Date): boolean {
  const days = rules?.pauseUnusedAfter ?? null
  if (days === null) return false
  if (nextPauseCheckAt === undefined) return true
  const at = now.toISOString()
  return nextPauseCheckAt <= at || nextPauseCheckAt > later(at, days)
}

/**
 * Returns when to look next: when the first of the tokens is due, and at the latest when a token that is created now would be.
 *
 * @param dueTimes when the tokens are due that are not due yet.
 */
export function nextPauseCheck(dueTimes: readonly string[], days: number, now: Date): string {
  return dueTimes.reduce(
    (first, dueAt) => (dueAt < first ? dueAt : first),
    later(now.toISOString(), days),
  )
}

/** Returns the latest of some times (ISO 8601, in UTC). */
function latest(...times: readonly string[]): string {
  return times.reduce((one, other) => (other > one ? other : one))
}

function later(at: string, days: number): string {
  return new Date(Date.parse(at) + days * msPerDay).toISOString()
}
