import type { LocationQuery } from 'vue-router'

import { queryLimits, requestOutcomeValues } from '#src/api/generated/values.ts'
import { hasForbiddenCharacter } from '#src/shared/characters.ts'

import type { RequestFilter } from './requestApi.ts'

const limits = queryLimits.listTokenRequests

/** Reads which requests to list from a URL. It ignores what no request can have. */
export function parseRequestFilter(query: LocationQuery): RequestFilter {
  const outcome = requestOutcomeValues.find((value) => value === query.outcome)
  const address = parseText(query.address, limits.address)
  const program = parseText(query.program, limits.program)
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...(address === undefined ? {} : { address }),
    ...(program === undefined ? {} : { program }),
  }
}

/** Returns a URL's query with another filter, on the first page. */
export function withRequestFilter(query: LocationQuery, filter: RequestFilter): LocationQuery {
  const { page: _page, outcome: _outcome, address: _address, program: _program, ...others } = query
  return { ...others, ...filter }
}

function parseText(parameter: LocationQuery[string] | undefined, limit: number) {
  if (typeof parameter !== 'string' || parameter.length > limit) return undefined
  return hasForbiddenCharacter(parameter, { lines: false }) ? undefined : parameter
}
