import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type TokenAdvice = Schema<'TokenAdvice'>
export type AdviceList = Schema<'AdviceList'>

/** Loads the advice for a token; null if there is none. @throws ApiError, for example `not-found`. */
export async function loadAdvice(tokenId: string): Promise<TokenAdvice | null> {
  const call = api.GET('/api/tokens/{tokenId}/advice', { params: { path: { tokenId } } })
  return (await unwrapResponse(call)).data.advice
}

/** Loads the advice for some of the business's tokens. @throws ApiError */
export async function listAdvice(): Promise<AdviceList> {
  return (await unwrapResponse(api.GET('/api/advice'))).data
}
