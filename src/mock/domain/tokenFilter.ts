import { featureValues, limits } from '#src/api/generated/values.ts'
import { msPerDay } from '#src/shared/time.ts'

import { compareNamesIn, hasOwnOrder, type Language } from './compareNames.ts'
import type { AccessLevel, Feature } from './records.ts'
import { statusOf, type TokenStatus } from './tokenLifecycle.ts'
import { searchTests } from './searchTests.ts'
import type { TokenProjection } from './tokenProjection.ts'

/** The filters of the token list. A token has to match all of them. */
export interface TokenFilter {
  /** Words, each in the name, the description or the ending of the key, in any order. */
  search?: string
  access?: AccessLevel
  status?: TokenStatus
  /** A feature that the token may at least read. */
  feature?: Feature
  /** The id of the user who created the token. */
  madeBy?: string
  neverUsed?: boolean
  /** Unused for this many days. For a token that was never used, the days count from its creation. */
  unusedFor?: number
  /** Expires within this many days, and has not expired yet. */
  expiring?: number
  /** Had a refused request at this time or later. */
  refusedSince?: string
  /** Tests whether a token breaks a certain rule of the business, or any. */
  breaks?: (row: TokenProjection) => boolean
}

/** The old keys are those of the row's application. */
type Test = (row: TokenProjection, oldKeys: readonly TokenProjection[]) => boolean
type Field = 'name' | 'createdAt' | 'lastUsedAt' | 'lastAnswer' | 'expiresAt'
/** By `lastAnswer`, a token that was never used has the time of its creation. */
export type TokenOrder = 'attention' | `${'' | '-'}${Field}`
type Compare = (one: TokenProjection, other: TokenProjection) => number

/**
 * Returns a function that tests whether a token matches a filter; undefined if every token does.
 *
 * @param language the one that the search is in.
 */
export function createTokenFilter(
  filter: TokenFilter,
  now: Date,
  language: Language = 'en',
): Test | undefined {
  const { access, status, feature, madeBy, neverUsed, unusedFor, expiring } = filter
  const { refusedSince, breaks } = filter
  const tests: Test[] = []
  // Few tokens were refused often enough, and statusOf has to parse times.
  const hasStatus = (row: TokenProjection) =>
    (status !== 'failing' || row.refusedInARow >= limits.failingRequests) &&
    statusOf(row, now) === status
  // The cheapest tests first: most tokens fail one of them.
  if (access !== undefined) tests.push((row) => row.accessLevel === access)
  if (madeBy !== undefined) tests.push((row) => row.createdById === madeBy)
  if (neverUsed !== undefined) tests.push((row) => (row.lastAnsweredAt === null) === neverUsed)
  if (feature !== undefined) {
    const position = featureValues.indexOf(feature)
    tests.push((row) => row.access[position] !== '-')
  }
  if (status === 'being_replaced')
    tests.push((row, oldKeys) => oldKeys.length > 0 || hasStatus(row))
  else if (status !== undefined) tests.push(hasStatus)
  if (unusedFor !== undefined) {
    const since = addDays(now, -unusedFor)
    tests.push((row) => (row.lastUsedAt ?? row.createdAt) <= since)
  }
  if (expiring !== undefined) {
    const [from, to] = [now.toISOString(), addDays(now, expiring)]
    tests.push(({ expiresAt }) => expiresAt !== null && expiresAt > from && expiresAt <= to)
  }
  if (refusedSince !== undefined) {
    tests.push(({ lastRefusedAt }) => lastRefusedAt !== null && lastRefusedAt >= refusedSince)
  }
  if (breaks) tests.push(breaks)
  for (const test of searchTests(filter.search ?? '', language)) {
    const hasWord = ({ text }: TokenProjection) => test(text)
    tests.push((row, oldKeys) => hasWord(row) || oldKeys.some(hasWord))
  }
  // Most filters are a single test, and each runs for every token.
  return tests.length > 1 ? (row, oldKeys) => tests.every((test) => test(row, oldKeys)) : tests[0]
}

/** How many tokens the quick filters find. */
export interface TokenCounts {
  all: number
  unused: number
  expiring: number
  failing: number
}

/** The quick filters of the list. */
const quickFilters = {
  unused: { unusedFor: limits.unusedDays },
  expiring: { expiring: limits.expiryWarningDays[0] },
  failing: { status: 'failing' },
} as const satisfies Record<Exclude<keyof TokenCounts, 'all'>, TokenFilter>

/** Counts the tokens that each quick filter finds. */
export function createTokenCounter(now: Date): {
  add(row: TokenProjection): void
  counts: Readonly<TokenCounts>
} {
  const counts: TokenCounts = { all: 0, unused: 0, expiring: 0, failing: 0 }
  const isUnused = createTokenFilter(quickFilters.unused, now)
  const isExpiring = createTokenFilter(quickFilters.expiring, now)
  const isFailing = createTokenFilter(quickFilters.failing, now)
  return {
    add(row) {
      counts.all += 1
      if (isUnused?.(row, [])) counts.unused += 1
      if (isExpiring?.(row, [])) counts.expiring += 1
      if (isFailing?.(row, [])) counts.failing += 1
    },
    counts,
  }
}

function addDays(now: Date, days: number): string {
  return new Date(now.getTime() + days * msPerDay).toISOString()
}

/** Whether tokens are in an order of names that only this language has, and no index. */
export function isInOwnOrder(order: TokenOrder, language: Language): boolean {
  return (order === 'name' || order === '-name') && hasOwnOrder(language)
}

/**
 * Returns the comparison function of a sort order. Tokens that were never used come before used ones; tokens that never expire
 * come after the others. Equal tokens are sorted by id, so that no token appears on two pages.
 *
 * @param language the one that names are sorted by.
 */
export function compareTokensBy(order: TokenOrder, now: Date, language: Language = 'en'): Compare {
  if (order === 'attention') return compareByAttention(now)
  const sign = order.startsWith('-') ? -1 : 1
  const field = order.replace('-', '') as Field
  const compareNames = isInOwnOrder(order, language) ? compareNamesIn(language) : undefined
  const [valueOf, nextOf] = compareNames ? [nameKeyOf] : values[field]
  return (one, other) => {
    const byName = compareNames?.(one.name, other.name) ?? 0
    if (byName !== 0) return byName * sign
    const [first, second] = [valueOf(one), valueOf(other)]
    if (first !== second) return first < second ? -sign : sign
    if (nextOf && nextOf(one) !== nextOf(other)) return nextOf(one) < nextOf(other) ? -sign : sign
    return one.id < other.id ? -sign : sign
  }
}

/** An expired token that was tried within this time needs attention. */
export const triedWithinDays = limits.noticeDays

/** Returns a function that tells whether a token is in one of the groups that come first by attention. */
export function createAttentionTest(now: Date): (row: TokenProjection) => boolean {
  const rankOf = attentionRank(now)
  return (row) => rankOf(row).group < lastGroup
}

/**
 * Compares tokens by how much they need attention: failing tokens first, then expired tokens that are still tried, then tokens
 * that expire soon, then the others. Within a group, the one that was refused, used or created last comes first, and the one
 * that expires next.
 */
function compareByAttention(now: Date): Compare {
  const rankOf = attentionRank(now)
  const ranks = new Map<TokenProjection, Rank>()
  function rankOnce(row: TokenProjection): Rank {
    const rank = ranks.get(row) ?? rankOf(row)
    ranks.set(row, rank)
    return rank
  }
  return (one, other) => {
    const [first, second] = [rankOnce(one), rankOnce(other)]
    if (first.group !== second.group) return first.group - second.group
    const earliestFirst = first.group === 2
    if (first.time !== second.time) return first.time < second.time === earliestFirst ? -1 : 1
    return one.id < other.id ? 1 : -1
  }
}

/** The group of the tokens that need no attention. Within it, the last used or created token comes first. */
const lastGroup = 3

interface Rank {
  group: number
  /** The time that sorts the tokens of a group. */
  time: string
}

function attentionRank(now: Date): (row: TokenProjection) => Rank {
  const triedSince = addDays(now, -triedWithinDays)
  return (row) => {
    const status = statusOf(row, now)
    const [refusedAt, expiresAt] = [String(row.lastRefusedAt), String(row.expiresAt)]
    const wasTried = row.lastRefusedAt !== null && refusedAt >= expiresAt && refusedAt > triedSince
    if (status === 'failing') return { group: 0, time: refusedAt }
    if (status === 'expired' && wasTried) return { group: 1, time: refusedAt }
    if (status === 'expiring_soon') return { group: 2, time: expiresAt }
    return { group: lastGroup, time: valueOfLastAnswer(row) }
  }
}

type Value = (row: TokenProjection) => string
const values: Record<Field, [Value, Value?]> = {
  name: [({ nameOrder }) => nameOrder, nameKeyOf],
  createdAt: [({ createdAt }) => createdAt],
  lastUsedAt: [({ lastAnsweredAt }) => lastAnsweredAt ?? ''],
  lastAnswer: [valueOfLastAnswer],
  expiresAt: [({ expiresAt }) => expiresAt ?? 'never'],
}

function nameKeyOf({ nameKey }: TokenProjection): string {
  return nameKey
}

function valueOfLastAnswer({ lastAnsweredAt, createdAt }: TokenProjection): string {
  return lastAnsweredAt ?? createdAt
}

/** Collects the first `count` items in sort order. It never holds more than twice as many, however many are added. */
export function topN<Item>(
  count: number,
  compare: (one: Item, other: Item) => number,
): { add(item: Item): void; items(): Item[] } {
  let buffer: Item[] = []
  /** The last of the first `count` items so far: an item after it cannot be among them. */
  let last: Item | undefined

  function prune(): void {
    buffer = buffer.sort(compare).slice(0, count)
    last = buffer[count - 1]
  }

  return {
    add(item) {
      if (last !== undefined && compare(last, item) < 0) return
      buffer.push(item)
      if (buffer.length >= count * 2) prune()
    },
    items() {
      prune()
      return buffer
    },
  }
}
