import { answerOf, api, type Schema } from '#src/api/client.ts'

export type TokenAdvice = Schema<'TokenAdvice'>
export type AdviceList = Schema<'AdviceList'>

/** What may be done about a token; null where there is nothing to say. @throws ApiError `not-found` among others. */
export async function loadAdvice(tokenId: string): Promise<TokenAdvice | null> {
  const call = api.GET('/api/tokens/{tokenId}/advice', { params: { path: { tokenId } } })
  return (await answerOf(call)).data.advice
}

/** What may be done about the tokens of the business: of some of them. @throws ApiError */
export async function listAdvice(): Promise<AdviceList> {
  return (await answerOf(api.GET('/api/advice'))).data
}
