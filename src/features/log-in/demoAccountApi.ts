import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type DemoAccount = Schema<'DemoAccount'>

/** The accounts of a demo; none if the service is no demo. */
export const demoAccountsQuery = defineQueryOptions({
  key: ['demo-accounts'],
  query: async ({ signal }) =>
    (await unwrapResponse(api.GET('/api/demo-accounts', { signal }))).data.items,
})
