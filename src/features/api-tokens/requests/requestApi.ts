import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type TokenRequest = Schema<'TokenRequest'>
export type RequestOutcome = Schema<'RequestOutcome'>
export type TokenUsage = Schema<'TokenUsage'>

/** Loads one page of the requests with a token, newest first. @throws ApiError */
export async function listRequests(
  tokenId: string,
  query: { page: number; pageSize: number; outcome?: RequestOutcome },
): Promise<Schema<'TokenRequestList'>> {
  const call = api.GET('/api/tokens/{tokenId}/requests', {
    params: { path: { tokenId }, query },
  })
  return (await unwrapResponse(call)).data
}

/** Loads the number of requests with a token and their outcomes, by day. @throws ApiError */
export async function loadUsage(tokenId: string): Promise<TokenUsage> {
  return (
    await unwrapResponse(api.GET('/api/tokens/{tokenId}/usage', { params: { path: { tokenId } } }))
  ).data
}
