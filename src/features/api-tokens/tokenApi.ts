import { answerOf, api, changeAnswerOf, type Schema } from '#src/api/client.ts'
import type { operations } from '#src/api/generated/schema.ts'

export type Token = Schema<'Token'>
export type NewToken = Schema<'NewToken'>
export type TokenSort = Schema<'TokenSort'>
export type TokenId = Schema<'TokenId'>
export type TokenBatchAction = Schema<'TokenBatchAction'>
/** Which tokens are wanted: those that fit all of what is given. */
export type TokenFilter = NonNullable<operations['listTokenIds']['parameters']['query']>
export type Feature = Schema<'Feature'>
export type AccessLevel = Schema<'AccessLevel'>
export type Permission = Schema<'Permission'>
export type Permissions = Schema<'Permissions'>

/** A token together with the version that it was read in, for `saveToken`. */
export interface TokenVersion {
  token: Token
  etag: string
}

/** A page of those of the business's tokens that fit. @throws ApiError */
export async function listTokens(
  query: { page: number; pageSize: number; sort: TokenSort } & TokenFilter,
): Promise<Schema<'TokenList'>> {
  return (await answerOf(api.GET('/api/tokens', { params: { query } }))).data
}

/** All tokens that fit: as much as it takes to speak of them. @throws ApiError */
export async function listTokenIds(query: TokenFilter): Promise<TokenId[]> {
  return (await answerOf(api.GET('/api/token-ids', { params: { query } }))).data.items
}

/**
 * Deletes or pauses up to a hundred tokens, all or, where it fails, none. Nobody is told that something has changed: whoever
 * calls it often does so in the end (`announceChange`).
 *
 * @returns what became of each.
 * @throws ApiError
 */
export async function changeTokens(
  body: Schema<'TokenBatch'>,
): Promise<Schema<'TokenBatchResult'>['items']> {
  return (await answerOf(api.POST('/api/token-batches', { body }))).data.items
}

/** @throws ApiError `not-found` among others. */
export async function loadToken(tokenId: string): Promise<TokenVersion> {
  return versionOf(
    await answerOf(api.GET('/api/tokens/{tokenId}', { params: { path: { tokenId } } })),
  )
}

/**
 * Asks for a token. With the `idempotencyKey` of an earlier, identical call there is still only one token afterwards.
 *
 * @returns the token and its key: the only time that the key is given. It is null where it has been shown already.
 * @throws ApiError `invalid-fields` among others.
 */
export async function createToken(
  body: NewToken,
  idempotencyKey: string,
): Promise<Schema<'CreatedToken'>> {
  const call = api.POST('/api/tokens', {
    params: { header: { 'Idempotency-Key': idempotencyKey } },
    body,
  })
  return (await changeAnswerOf(call)).data
}

/** Says that a person sees the key, so that it is not given a second time. @throws ApiError */
export async function confirmKeyShown(tokenId: string): Promise<void> {
  await answerOf(api.POST('/api/tokens/{tokenId}/key-shown', { params: { path: { tokenId } } }))
}

/**
 * Saves a name, a description or an earlier end, if the token is still the version that the change was made from.
 *
 * @throws ApiError `version-changed` where somebody else was faster; nothing is changed then.
 */
export async function saveToken(
  version: TokenVersion,
  change: Schema<'TokenChange'>,
): Promise<TokenVersion> {
  const call = api.PATCH('/api/tokens/{tokenId}', {
    params: { path: { tokenId: version.token.id }, header: { 'If-Match': version.etag } },
    body: change,
  })
  return versionOf(await changeAnswerOf(call))
}

/** From its answer on, every request with the token's key is refused. @throws ApiError */
export async function deleteToken(tokenId: string): Promise<void> {
  await changeAnswerOf(api.DELETE('/api/tokens/{tokenId}', { params: { path: { tokenId } } }))
}

/** From its answer on, every request with the token's key is refused, until it is resumed. @throws ApiError */
export async function pauseToken(tokenId: string): Promise<Token> {
  const call = api.POST('/api/tokens/{tokenId}/pause', { params: { path: { tokenId } } })
  return (await changeAnswerOf(call)).data
}

/** @throws ApiError */
export async function resumeToken(tokenId: string): Promise<Token> {
  const call = api.POST('/api/tokens/{tokenId}/resume', { params: { path: { tokenId } } })
  return (await changeAnswerOf(call)).data
}

function versionOf({ data, response }: { data: Token; response: Response }): TokenVersion {
  return { token: data, etag: response.headers.get('etag') ?? '' }
}
