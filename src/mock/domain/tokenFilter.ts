import { featureValues } from '#src/api/generated/values.ts'

import { foldText } from './names.ts'
import type { AccessLevel, Feature } from './records.ts'
import { statusOf, type TokenStatus } from './tokenLife.ts'
import type { TokenRow } from './tokenRow.ts'

/** Which tokens are wanted: those that fit all of what is given. */
export interface TokenFilter {
  /** Stands in the name, the description or the ending of the key. */
  search?: string
  access?: AccessLevel
  status?: TokenStatus
  /** One that they may at least read. */
  feature?: Feature
  /** The id of who generated them. */
  madeBy?: string
  neverUsed?: boolean
  /** Without a request for so many days; one that never had any counts from its creation. */
  unusedFor?: number
  /** Expires within so many days, and has not yet. */
  expiring?: number
}

type Test = (row: TokenRow) => boolean
export type TokenOrder = `${'' | '-'}${'name' | 'createdAt' | 'lastUsedAt' | 'expiresAt'}`

const day = 86_400_000

/** What tells whether a token fits a filter; undefined where every token does. */
export function filterOf(filter: TokenFilter, now: Date): Test | undefined {
  const { access, status, feature, madeBy, neverUsed, unusedFor, expiring } = filter
  const text = foldText(filter.search ?? '')
  const tests: Test[] = []
  // The cheapest first, as most tokens fail one of them.
  if (access !== undefined) tests.push((row) => row.accessLevel === access)
  if (madeBy !== undefined) tests.push((row) => row.createdById === madeBy)
  if (neverUsed !== undefined) tests.push((row) => (row.lastUsedAt === null) === neverUsed)
  if (feature !== undefined) {
    const position = featureValues.indexOf(feature)
    tests.push((row) => row.access[position] !== '-')
  }
  if (status !== undefined) tests.push((row) => statusOf(row, now) === status)
  if (unusedFor !== undefined) {
    const since = daysFrom(now, -unusedFor)
    tests.push((row) => (row.lastUsedAt ?? row.createdAt) <= since)
  }
  if (expiring !== undefined) {
    const [from, to] = [now.toISOString(), daysFrom(now, expiring)]
    tests.push(({ expiresAt }) => expiresAt !== null && expiresAt > from && expiresAt <= to)
  }
  if (text !== '') tests.push((row) => row.text.includes(text))
  return tests.length === 0 ? undefined : (row) => tests.every((test) => test(row))
}

function daysFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * day).toISOString()
}

/**
 * Compares two tokens as an order puts them. What was never used comes before what was, and what never expires after what does;
 * where two are alike, their ids decide, so that no token is on two pages.
 */
export function compareBy(order: TokenOrder): (one: TokenRow, other: TokenRow) => number {
  const sign = order.startsWith('-') ? -1 : 1
  const valueOf = values[order.replace('-', '') as keyof typeof values]
  return (one, other) => {
    const [first, second] = [valueOf(one), valueOf(other)]
    if (first !== second) return first < second ? -sign : sign
    return one.id < other.id ? -sign : sign
  }
}

const values = {
  name: (row: TokenRow) => row.nameKey,
  createdAt: (row: TokenRow) => row.createdAt,
  lastUsedAt: (row: TokenRow) => row.lastUsedAt ?? '',
  expiresAt: (row: TokenRow) => row.expiresAt ?? 'never',
}

/** Keeps the first ones of what is added, in order, however many are added: never more than twice as many are held. */
export function firstOf<Item>(
  count: number,
  compare: (one: Item, other: Item) => number,
): { add(item: Item): void; items(): Item[] } {
  let held: Item[] = []

  function shorten(): void {
    held = held.sort(compare).slice(0, count)
  }

  return {
    add(item) {
      held.push(item)
      if (held.length >= count * 2) shorten()
    },
    items() {
      shorten()
      return held
    },
  }
}
