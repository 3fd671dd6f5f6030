import { api, unwrapMutation, type Schema } from '#src/api/client.ts'

export type Replacement = Schema<'Replacement'>
export type KeepOldKey = Schema<'KeepOldKey'>

/**
 * Creates a token that replaces another one. Repeating the call with the same body and `idempotencyKey` doesn't create a second
 * one.
 *
 * @returns the new token and its key. The service returns the key only here. It is null if the key has already been shown.
 * @throws ApiError, for example `being-replaced` or `not-found`.
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
  return (await unwrapMutation(call)).data
}

/**
 * Deletes the old token of a replacement. Once the service has responded, it refuses the old key.
 *
 * @throws ApiError, for example `not-being-replaced`.
 */
export async function retireToken(oldTokenId: string): Promise<void> {
  const path = { tokenId: oldTokenId }
  await unwrapMutation(api.POST('/api/tokens/{tokenId}/retirement', { params: { path } }))
}
