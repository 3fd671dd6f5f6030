import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type Activity = Schema<'Activity'>
export type ActivityChange = Schema<'ActivityChange'>
type ActivityAction = Schema<'ActivityAction'>

/** Filters for activity entries. An entry has to match all of them. */
export interface ActivityFilter {
  action?: ActivityAction
  /** The id of a user. */
  by?: string
  /** The id of a token, which may have been deleted. */
  token?: string
  /** The first and the last day, of the business (YYYY-MM-DD). */
  from?: string
  to?: string
}

/** A change to some filters; undefined removes a filter. */
export type ActivityFilterChange = {
  [Name in keyof ActivityFilter]?: ActivityFilter[Name] | undefined
}

type ActivityParameters = ActivityFilter & { page: number; pageSize: number }

/**
 * Loads one page of the activity of the business's tokens, newest first.
 *
 * @param query `before` loads the entries before the one with this id, in place of a page.
 * @throws ApiError
 */
export async function listActivity(
  query: ActivityParameters | (ActivityFilter & { before?: number; pageSize: number }),
  options?: { signal: AbortSignal },
): Promise<Schema<'ActivityList'>> {
  return (await unwrapResponse(api.GET('/api/activity', { params: { query }, ...options }))).data
}

/** Tokens in the activity whose name begins with a text, also deleted ones. */
export const activityTokensQuery = defineQueryOptions((name: string) => ({
  key: ['activity', 'tokens', name],
  query: async ({ signal }) => {
    const call = api.GET('/api/activity/tokens', { params: { query: { name } }, signal })
    return (await unwrapResponse(call)).data
  },
}))

/** One page of the activity. */
export const activityQuery = defineQueryOptions((parameters: ActivityParameters) => ({
  key: ['activity', parameters],
  query: ({ signal }) => listActivity(parameters, { signal }),
}))
