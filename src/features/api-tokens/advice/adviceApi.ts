import { defineQueryOptions } from '@pinia/colada'

import { unwrapMutation, unwrapResponse, api, type Schema } from '#src/api/client.ts'

import type { AdviceView } from './adviceView.ts'

export type TokenAdvice = Schema<'TokenAdvice'>
export type AdviceGroup = Schema<'AdviceGroup'>
/** A token and the advice about it. */
export type AdvisedToken = Schema<'AdvisedToken'>
/** A group, with the number of its tokens and some of them. */
export type AdviceSummary = Schema<'AdviceSummary'>
/** How many tokens may need attention. */
export type AttentionCounts = Schema<'AttentionCounts'>
interface AdviceOfView {
  groups: readonly AdviceSummary[]
  counts?: AttentionCounts
}
export type AdviceAction = Schema<'AdviceBatchAction'>
/** Names advice: a token can have advice of several kinds, one after the other. */
export type AdviceItem = Schema<'AdviceBatch'>['items'][number]

/** The advice for a token; null if there is none or it is dismissed. */
export const adviceQuery = defineQueryOptions((tokenId: string) => ({
  key: ['tokens', 'one', tokenId, 'advice'],
  query: async ({ signal }) => {
    const params = { path: { tokenId } }
    const call = api.GET('/api/tokens/{tokenId}/advice', { params, signal })
    return (await unwrapResponse(call)).data.advice
  },
}))

/**
 * All groups with their first tokens, and how many tokens may need attention; or one page of a group, without these numbers.
 */
export const adviceViewQuery = defineQueryOptions(({ group, page }: AdviceView) => ({
  key: group ? ['tokens', 'advice', group, page] : ['tokens', 'advice'],
  query: async ({ signal }): Promise<AdviceOfView> => {
    if (!group) return (await unwrapResponse(api.GET('/api/advice-overview', { signal }))).data
    const params = { query: { group, page } }
    const { items, total } = (await unwrapResponse(api.GET('/api/advice', { params, signal }))).data
    return { groups: [{ group, total, items }] }
  },
}))

/**
 * Dismisses or restores up to 100 pieces of advice: all of them or, if the request fails, none.
 *
 * @returns those that were changed. Others no longer applied.
 * @throws ApiError
 */
export async function changeAdvice(
  action: AdviceAction,
  items: readonly AdviceItem[],
): Promise<AdviceItem[]> {
  const body = { action, items: [...items] }
  const { data } = await unwrapMutation(api.POST('/api/advice-batches', { body }))
  return data.items
    .filter(({ result }) => result === 'done')
    .map(({ tokenId, kind }) => ({ tokenId, kind }))
}
