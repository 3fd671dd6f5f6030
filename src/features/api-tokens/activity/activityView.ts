import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import { activityActionValues, queryLimits } from '#src/api/generated/values.ts'
import { isCalendarDay } from '#src/shared/businessDay.ts'
import { parsePageNumber } from '#src/ui/lib/pageNumber.ts'
import { pageSizes } from '#src/ui/lib/pageSizes.ts'
import { parseId } from '#src/ui/lib/queryText.ts'

import type { ActivityFilter } from './activityApi.ts'

/** Which entries the page shows. The whole view is in the URL, so that Back, bookmarks and shared links restore it. */
export interface ActivityView {
  page: number
  pageSize: number
  filter: ActivityFilter
}

/** The filters in the order of the page. */
export const activityFilterNames = [
  'action',
  'by',
  'token',
  'from',
  'to',
] as const satisfies (keyof ActivityFilter)[]

/** Reads a view from a URL query. Ignores invalid parameters, and days of which the last comes before the first. */
export function parseActivityView({ page, pageSize, ...query }: LocationQuery): ActivityView {
  const action = activityActionValues.find((value) => value === query.action)
  const by = parseId(query.by, queryLimits.listActivity.by)
  const token = parseId(query.token, queryLimits.listActivity.token)
  const [from, to] = [dayIn(query.from), dayIn(query.to)]
  const isReversed = from !== undefined && to !== undefined && to < from
  return {
    page: parsePageNumber(page),
    pageSize: pageSizes.find((size) => String(size) === pageSize) ?? pageSizes[0],
    filter: {
      ...(action ? { action } : {}),
      ...(by ? { by } : {}),
      ...(token ? { token } : {}),
      ...(from && !isReversed ? { from } : {}),
      ...(to && !isReversed ? { to } : {}),
    },
  }
}

/** Returns the URL query of a view, without default values. */
export function activityViewQuery({ page, pageSize, filter }: ActivityView): LocationQueryRaw {
  // In a fixed order, so that each view has exactly one URL.
  const filters = activityFilterNames.flatMap((name) =>
    filter[name] === undefined ? [] : [[name, filter[name]]],
  )
  return {
    ...(Object.fromEntries(filters) as Record<string, string>),
    ...(pageSize === pageSizes[0] ? {} : { pageSize }),
    ...(page === 1 ? {} : { page }),
  }
}

function dayIn(value: LocationQuery[string] | undefined): string | undefined {
  return typeof value === 'string' && isCalendarDay(value) ? value : undefined
}
