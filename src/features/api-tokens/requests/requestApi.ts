import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type TokenRequest = Schema<'TokenRequest'>
export type RequestOutcome = Schema<'RequestOutcome'>
export type TokenUsage = Schema<'TokenUsage'>
export type Place = Schema<'Place'>

interface PageParameters {
  tokenId: string
  page: number
  pageSize: number
}

/** Which requests to list. An empty address or program: those that have none. */
export interface RequestFilter {
  outcome?: RequestOutcome
  address?: string
  program?: string
}

/** One page of the requests with a token, newest first. */
export const requestListQuery = defineQueryOptions(
  ({ tokenId, ...query }: PageParameters & RequestFilter) => ({
    key: ['tokens', 'requests', tokenId, query],
    query: async ({ signal }) => {
      const params = { path: { tokenId }, query }
      const call = api.GET('/api/tokens/{tokenId}/requests', { params, signal })
      return (await unwrapResponse(call)).data
    },
  }),
)

/** One page of the places that a token is used from, the last one first. */
export const placeListQuery = defineQueryOptions(
  ({ tokenId, ...query }: PageParameters & { search?: string }) => ({
    key: ['tokens', 'places', tokenId, query],
    query: async ({ signal }) => {
      const params = { path: { tokenId }, query }
      const call = api.GET('/api/tokens/{tokenId}/places', { params, signal })
      return (await unwrapResponse(call)).data
    },
  }),
)

/** The number of requests with a token and their outcomes, by day. */
export const usageQuery = defineQueryOptions((tokenId: string) => ({
  key: ['tokens', 'usage', tokenId],
  query: async ({ signal }) => {
    const call = api.GET('/api/tokens/{tokenId}/usage', { params: { path: { tokenId } }, signal })
    return (await unwrapResponse(call)).data
  },
}))
