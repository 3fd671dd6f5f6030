import type { LocationQuery, LocationQueryRaw } from 'vue-router'

import {
  accessLevelValues,
  featureValues,
  tokenSortValues,
  tokenStatusValues,
} from '#src/api/generated/values.ts'

import type { TokenFilter, TokenSort } from '../tokenApi.ts'

/** Which tokens are shown, and how. All of it is in the address, so that Back, a bookmark and a colleague's link bring it back. */
export interface TokenView {
  page: number
  pageSize: number
  sort: TokenSort
  filter: TokenFilter
}

/** A part of the filter that becomes another; undefined ends it. */
export type FilterChange = { [Name in keyof TokenFilter]?: TokenFilter[Name] | undefined }

export const pageSizes = [25, 50, 100] as const
const filterNames = [
  'search',
  'access',
  'status',
  'feature',
  'madeBy',
  'neverUsed',
  'unusedFor',
  'expiring',
] as const satisfies (keyof TokenFilter)[]
const firstSort = '-createdAt'
const mostDays = 3650
const longestSearch = 200

/** What an address asks for. What it has that means nothing is left out. */
export function viewIn(query: LocationQuery): TokenView {
  return {
    page: wholeNumber(query.page) ?? 1,
    pageSize: pageSizes.find((size) => String(size) === query.pageSize) ?? pageSizes[0],
    sort: tokenSortValues.find((value) => value === query.sort) ?? firstSort,
    filter: filterIn(query),
  }
}

function filterIn(query: LocationQuery): TokenFilter {
  const search = textOf(query.search)?.slice(0, longestSearch)
  const access = accessLevelValues.find((value) => value === query.access)
  const status = tokenStatusValues.find((value) => value === query.status)
  const feature = featureValues.find((value) => value === query.feature)
  const madeBy = textOf(query.madeBy)?.slice(0, 100)
  const neverUsed = query.neverUsed === 'true'
  const unusedFor = wholeNumber(query.unusedFor, mostDays)
  const expiring = wholeNumber(query.expiring, mostDays)
  return {
    ...(search ? { search } : {}),
    ...(access ? { access } : {}),
    ...(status ? { status } : {}),
    ...(feature ? { feature } : {}),
    ...(madeBy ? { madeBy } : {}),
    ...(neverUsed ? { neverUsed } : {}),
    ...(unusedFor ? { unusedFor } : {}),
    ...(expiring ? { expiring } : {}),
  }
}

/** The address of a view, without what is so by itself. */
export function addressOf({ page, pageSize, sort, filter }: TokenView): LocationQueryRaw {
  // In one order, so that a view has one address.
  const filters = filterNames.flatMap((name) =>
    filter[name] === undefined ? [] : [[name, String(filter[name])]],
  )
  return {
    ...(Object.fromEntries(filters) as Record<string, string>),
    ...(sort === firstSort ? {} : { sort }),
    ...(pageSize === pageSizes[0] ? {} : { pageSize }),
    ...(page === 1 ? {} : { page }),
  }
}

function textOf(value: LocationQuery[string] | undefined): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined
}

function wholeNumber(
  value: LocationQuery[string] | undefined,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}
