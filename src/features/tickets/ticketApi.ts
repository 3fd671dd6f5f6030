import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api } from '#src/api/client.ts'

/** One page of the tickets. */
export const ticketListQuery = defineQueryOptions((query: { page: number; pageSize: number }) => ({
  key: ['tickets', 'list', query],
  query: async ({ signal }) =>
    (await unwrapResponse(api.GET('/api/tickets', { params: { query }, signal }))).data,
}))

/** A ticket with its messages and its order. */
export const ticketQuery = defineQueryOptions((ticketId: string) => ({
  key: ['tickets', 'one', ticketId],
  query: async ({ signal }) => {
    const call = api.GET('/api/tickets/{ticketId}', { params: { path: { ticketId } }, signal })
    return (await unwrapResponse(call)).data
  },
}))
