import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import {
  accessLevelValues,
  featureValues,
  queryLimits,
  refusalFilterValues,
  ruleFilterValues,
  tokenSortValues,
  tokenStatusValues,
} from '#src/api/generated/values.ts'
import { parsePageNumber } from '#src/ui/lib/pageNumber.ts'
import { pageSizes } from '#src/ui/lib/pageSizes.ts'
import { parseId, toQueryText } from '#src/ui/lib/queryText.ts'

import type { TokenFilter, TokenSort } from '../token/tokenApi.ts'

/** Which tokens the list shows, and how. The whole view is in the URL, so that Back, bookmarks and shared links restore it. */
export interface TokenListView {
  page: number
  pageSize: number
  sort: TokenSort
  filter: TokenFilter
}

/** A change to some filters; undefined removes a filter. */
export type FilterChange = { [Name in keyof TokenFilter]?: TokenFilter[Name] | undefined }

const filterNames = [
  'search',
  'access',
  'status',
  'feature',
  'madeBy',
  'neverUsed',
  'unusedFor',
  'expiring',
  'breaks',
  'refused',
] as const satisfies (keyof TokenFilter)[]
/** Tokens that need attention first, then the last used. */
export const defaultSort: TokenSort = 'attention'

/** Reads a view from a URL query. Ignores invalid parameters. */
export function parseTokenListView(query: LocationQuery): TokenListView {
  return {
    page: parsePageNumber(query.page),
    pageSize: pageSizes.find((size) => String(size) === query.pageSize) ?? pageSizes[0],
    sort: tokenSortValues.find((value) => value === query.sort) ?? defaultSort,
    filter: filterIn(query),
  }
}

function filterIn(query: LocationQuery): TokenFilter {
  const search = parseSearch(typeof query.search === 'string' ? query.search : '')
  const access = accessLevelValues.find((value) => value === query.access)
  const status = tokenStatusValues.find((value) => value === query.status)
  const feature = featureValues.find((value) => value === query.feature)
  const madeBy = parseId(query.madeBy, queryLimits.listTokens.madeBy)
  const neverUsed = query.neverUsed === 'true'
  const unusedFor = daysIn(query.unusedFor, queryLimits.listTokens.unusedFor)
  const expiring = daysIn(query.expiring, queryLimits.listTokens.expiring)
  const breaks = ruleFilterValues.find((value) => value === query.breaks)
  const refused = refusalFilterValues.find((value) => value === query.refused)
  return {
    ...(search ? { search } : {}),
    ...(access ? { access } : {}),
    ...(status ? { status } : {}),
    ...(feature ? { feature } : {}),
    ...(madeBy ? { madeBy } : {}),
    ...(neverUsed ? { neverUsed } : {}),
    ...(unusedFor ? { unusedFor } : {}),
    ...(expiring ? { expiring } : {}),
    ...(breaks ? { breaks } : {}),
    ...(refused ? { refused } : {}),
  }
}

/** Returns the URL query of a view, without default values. */
export function tokenListViewQuery({
  page,
  pageSize,
  sort,
  filter,
}: TokenListView): LocationQueryRaw {
  // In a fixed order, so that each view has exactly one URL.
  const filters = filterNames.flatMap((name) =>
    filter[name] === undefined ? [] : [[name, String(filter[name])]],
  )
  return {
    ...(Object.fromEntries(filters) as Record<string, string>),
    ...(sort === defaultSort ? {} : { sort }),
    ...(pageSize === pageSizes[0] ? {} : { pageSize }),
    ...(page === 1 ? {} : { page }),
  }
}

/** Returns a search text as the service accepts it. */
export function parseSearch(text: string): string {
  return toQueryText(text, queryLimits.listTokens.search)
}

function daysIn(value: LocationQuery[string] | undefined, max: number): number | undefined {
  const days = Number(value)
  return Number.isInteger(days) && days >= 1 && days <= max ? days : undefined
}
