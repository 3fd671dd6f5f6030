import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, unwrapMutation, type Schema } from '#src/api/client.ts'

export type Plan = Schema<'Plan'>

/** The plan of the business, and whether the user may change it. */
export const planQuery = defineQueryOptions({
  key: ['plan'],
  query: async ({ signal }) => (await unwrapResponse(api.GET('/api/plan', { signal }))).data,
})

/** Moves the business to another plan. @throws ApiError */
export async function changePlan(plan: Plan): Promise<void> {
  await unwrapMutation(api.PUT('/api/plan', { body: { plan } }))
}
