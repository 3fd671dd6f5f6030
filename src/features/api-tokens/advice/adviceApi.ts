import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type TokenAdvice = Schema<'TokenAdvice'>
export type AdviceList = Schema<'AdviceList'>

/** The advice for a token; null if there is none. */
export const adviceQuery = defineQueryOptions((tokenId: string) => ({
  key: ['tokens', 'one', tokenId, 'advice'],
  query: async ({ signal }) => {
    const params = { path: { tokenId } }
    const call = api.GET('/api/tokens/{tokenId}/advice', { params, signal })
    return (await unwrapResponse(call)).data.advice
  },
}))

/** The advice for some of the business's tokens. */
export const adviceListQuery = defineQueryOptions({
  key: ['tokens', 'advice'],
  query: async ({ signal }) => (await unwrapResponse(api.GET('/api/advice', { signal }))).data,
})
