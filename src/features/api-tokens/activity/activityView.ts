import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import { activityActionValues } from '#src/api/generated/values.ts'

import { pageSizes } from '../list/tokenView.ts'
import type { ActivityFilter } from './activityApi.ts'

/** Which entries are shown. All of it is in the address, so that Back, a bookmark and a colleague's link bring it back. */
export interface ActivityView {
  page: number
  pageSize: number
  filter: ActivityFilter
}

/** The longest id (contract). */
const longestId = 100

/** What an address asks for. What it has that means nothing is left out. */
export function activityViewIn({ page, pageSize, ...query }: LocationQuery): ActivityView {
  const action = activityActionValues.find((value) => value === query.action)
  const by = idIn(query.by)
  const token = idIn(query.token)
  const number = Number(page)
  return {
    page: Number.isSafeInteger(number) && number > 1 ? number : 1,
    pageSize: pageSizes.find((size) => String(size) === pageSize) ?? pageSizes[0],
    filter: { ...(action ? { action } : {}), ...(by ? { by } : {}), ...(token ? { token } : {}) },
  }
}

/** The address of a view, without what is so by itself. */
export function addressOfActivity({ page, pageSize, filter }: ActivityView): LocationQueryRaw {
  return {
    ...filter,
    ...(pageSize === pageSizes[0] ? {} : { pageSize }),
    ...(page === 1 ? {} : { page }),
  }
}

function idIn(value: LocationQuery[string] | undefined): string | undefined {
  return typeof value === 'string' && value.length <= longestId ? value : undefined
}
