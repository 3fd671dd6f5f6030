import { api, changeAnswerOf, type Schema } from '#src/api/client.ts'

export type Replacement = Schema<'Replacement'>
export type KeepOldKey = Schema<'KeepOldKey'>

/**
 * Asks for a token that takes another one's place. With the `idempotencyKey` of an earlier, identical call there is still only
 * one afterwards.
 *
 * @returns the new token and its key: the only time that the key is given. It is null where it has been shown already.
 * @throws ApiError `being-replaced` and `not-found` among others.
 */
export async function replaceToken(
  tokenId: string,
  body: Replacement,
  idempotencyKey: string,
): Promise<Schema<'CreatedToken'>> {
  const call = api.POST('/api/tokens/{tokenId}/replacement', {
    params: { path: { tokenId }, header: { 'Idempotency-Key': idempotencyKey } },
    body,
  })
  return (await changeAnswerOf(call)).data
}

/** Deletes the old one of two tokens: from the answer on, its key is refused. @throws ApiError `not-being-replaced` among others. */
export async function retireToken(oldTokenId: string): Promise<void> {
  const path = { tokenId: oldTokenId }
  await changeAnswerOf(api.POST('/api/tokens/{tokenId}/retirement', { params: { path } }))
}
