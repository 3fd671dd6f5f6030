import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import { activityActionValues, queryLimits } from '#src/api/generated/values.ts'
import { parsePageNumber } from '#src/ui/lib/pageNumber.ts'

import { pageSizes } from '#src/ui/lib/pageSizes.ts'
import type { ActivityFilter } from './activityApi.ts'

/** Which entries the page shows. The whole view is in the URL, so that Back, bookmarks and shared links restore it. */
export interface ActivityView {
  page: number
  pageSize: number
  filter: ActivityFilter
}

/** Reads a view from a URL query. Ignores invalid parameters. */
export function parseActivityView({ page, pageSize, ...query }: LocationQuery): ActivityView {
  const action = activityActionValues.find((value) => value === query.action)
  const by = idIn(query.by, queryLimits.listActivity.by)
  const token = idIn(query.token, queryLimits.listActivity.token)
  return {
    page: parsePageNumber(page),
    pageSize: pageSizes.find((size) => String(size) === pageSize) ?? pageSizes[0],
    filter: { ...(action ? { action } : {}), ...(by ? { by } : {}), ...(token ? { token } : {}) },
  }
}

/** Returns the URL query of a view, without default values. */
export function activityViewQuery({ page, pageSize, filter }: ActivityView): LocationQueryRaw {
  return {
    ...filter,
    ...(pageSize === pageSizes[0] ? {} : { pageSize }),
    ...(page === 1 ? {} : { page }),
  }
}

function idIn(value: LocationQuery[string] | undefined, maxLength: number): string | undefined {
  return typeof value === 'string' && value.length <= maxLength ? value : undefined
}
