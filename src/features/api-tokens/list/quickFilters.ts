import { limits } from '#src/api/generated/values.ts'

import type { TokenFilter } from '../token/tokenApi.ts'

/** The quick filters of the list. The service's `TokenCounts` have the number of tokens for each. */
export const quickFilters = {
  unused: { unusedFor: limits.unusedDays },
  expiring: { expiring: Math.max(...limits.expiryWarningDays) },
  failing: { status: 'failing' },
} as const satisfies Record<string, TokenFilter>

export type QuickFilterName = keyof typeof quickFilters
