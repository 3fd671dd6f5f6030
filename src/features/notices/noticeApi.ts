import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, unwrapMutation, type Schema } from '#src/api/client.ts'

export type Notice = Schema<'Notice'>

/** The Admin's notices. */
export const noticesQuery = defineQueryOptions({
  key: ['notices'],
  query: async ({ signal }) => (await unwrapResponse(api.GET('/api/notices', { signal }))).data,
})

/** Marks notices as read or unread for the current user. @throws ApiError */
export async function markNotices(ids: readonly string[], read: boolean): Promise<void> {
  await unwrapMutation(api.POST('/api/notices/read', { body: { ids: [...ids], read } }))
}
