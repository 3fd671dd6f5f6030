import { useQuery } from '@pinia/colada'

import { unwrapResponse, api, unwrapMutation, type Schema } from '#src/api/client.ts'

export type AccessRequest = Schema<'AccessRequest'>

/** Queries the open access requests of this business. */
export function useWaitingRequests() {
  return useQuery({
    key: ['access-requests'],
    query: async () => (await unwrapResponse(api.GET('/api/access-requests'))).data.items,
  })
}

/** Grants or declines a request. @throws ApiError `request-answered` if another Admin was faster. */
export async function answerRequest(
  request: AccessRequest,
  status: 'granted' | 'declined',
): Promise<void> {
  const path = { requestId: request.id }
  await unwrapMutation(
    api.PATCH('/api/access-requests/{requestId}', { params: { path }, body: { status } }),
  )
}
