import { useQuery } from '@pinia/colada'

import { unwrapResponse, api, unwrapMutation, type Schema } from '#src/api/client.ts'

export type Notice = Schema<'Notice'>

/** Queries the Admin's notices. @param enabled whether the query may run. */
export function useNotices(enabled: () => boolean) {
  return useQuery({
    key: ['notices'],
    query: async () => (await unwrapResponse(api.GET('/api/notices'))).data,
    enabled,
  })
}

/** Marks notices as read or unread for the current user. @throws ApiError */
export async function markNotices(ids: readonly string[], read: boolean): Promise<void> {
  await unwrapMutation(api.POST('/api/notices/read', { body: { ids: [...ids], read } }))
}
