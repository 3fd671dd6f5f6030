import { defaultPageSizes, queryLimits } from '#src/api/generated/values.ts'

/** How many items a page of a list can have. The first one is the default. */
export const pageSizes = [defaultPageSizes.listTokens, 50, queryLimits.listTokens.pageSize] as const
