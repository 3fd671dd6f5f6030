import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, unwrapMutation, type Schema } from './client.ts'

export type AccessRequest = Schema<'AccessRequest'>
export type User = Schema<'Member'>

/** The users of the business. */
export const usersQuery = defineQueryOptions({
  key: ['users'],
  query: async ({ signal }) => (await unwrapResponse(api.GET('/api/users', { signal }))).data.items,
})

/** The requests for Admin access: for an Admin, the open ones of the business; for an Agent, their own. */
export const accessRequestsQuery = defineQueryOptions({
  key: ['access-requests'],
  query: async ({ signal }) =>
    (await unwrapResponse(api.GET('/api/access-requests', { signal }))).data.items,
})

/** Requests Admin access for the current user. @throws ApiError */
export async function requestAccess(): Promise<void> {
  await unwrapMutation(api.POST('/api/access-requests'))
}

/** Makes a user an Admin or an Agent. @throws ApiError `last-admin` if no Admin would be left. */
export async function changeRole(userId: string, role: User['role']): Promise<void> {
  const path = { userId }
  await unwrapMutation(api.PATCH('/api/users/{userId}', { params: { path }, body: { role } }))
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
