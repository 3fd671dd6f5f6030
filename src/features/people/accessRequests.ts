import { useQuery } from '@pinia/colada'

import { answerOf, api, changeAnswerOf, type Schema } from '#src/api/client.ts'

export type AccessRequest = Schema<'AccessRequest'>

/** Queries the open access requests of this business. */
export function useWaitingRequests() {
  return useQuery({
    key: ['access-requests'],
    query: async () => (await answerOf(api.GET('/api/access-requests'))).data.items,
  })
}

/** Grants or declines a request. @throws ApiError `request-answered` if another Admin was faster. */
export async function answerRequest(
  request: AccessRequest,
  status: 'granted' | 'declined',
): Promise<void> {
  const path = { requestId: request.id }
  await changeAnswerOf(
    api.PATCH('/api/access-requests/{requestId}', { params: { path }, body: { status } }),
  )
}
