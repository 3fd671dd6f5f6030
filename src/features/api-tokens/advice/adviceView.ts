import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import { adviceGroupValues } from '#src/api/generated/values.ts'
import { parsePageNumber } from '#src/ui/lib/pageNumber.ts'

import type { AdviceGroup } from './adviceApi.ts'

/** What the page shows: an overview of all groups, or one page of a group. The URL has it. */
export interface AdviceView {
  group: AdviceGroup | undefined
  page: number
}

/** The view with the first tokens of all groups. */
export const adviceOverview: AdviceView = { group: undefined, page: 1 }

/** Reads a view from a URL query. Ignores invalid parameters. */
export function parseAdviceView(query: LocationQuery): AdviceView {
  const group = adviceGroupValues.find((value) => value === query.group)
  return group ? { group, page: parsePageNumber(query.page) } : adviceOverview
}

/** Returns the URL query of a view, without default values. */
export function adviceViewParameters({ group, page }: AdviceView): LocationQueryRaw {
  return { ...(group ? { group } : {}), ...(page === 1 ? {} : { page }) }
}
