import type { components } from '#src/api/generated/schema.ts'
import { limits } from '#src/api/generated/values.ts'

import { createTokenFilter, type TokenFilter } from '../domain/tokenFilter.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import type { AdviceContext } from './findAdvice.ts'
import { startOfToday } from './toTokenFilter.ts'

type Counts = components['schemas']['AttentionCounts']

/** Counts the tokens that may need attention, as `listTokens` finds them. */
export function createAttentionCounter({ actor, now, brokenRules }: AdviceContext): {
  add(row: TokenProjection): void
  counts: Readonly<Counts>
} {
  const filters: Record<keyof Counts, TokenFilter> = {
    expiring: { expiring: Math.max(...limits.expiryWarningDays) },
    neverUsed: { neverUsed: true },
    breaking: { breaks: (row) => brokenRules(row).length > 0 },
    refused: { refusedSince: startOfToday(actor, now) },
  }
  const counts: Counts = { expiring: 0, neverUsed: 0, breaking: 0, refused: 0 }
  const tests = (Object.keys(filters) as (keyof Counts)[]).map((name) => ({
    name,
    matches: createTokenFilter(filters[name], now),
  }))
  return {
    add(row) {
      for (const { name, matches } of tests) if (matches?.(row, [])) counts[name] += 1
    },
    counts,
  }
}
