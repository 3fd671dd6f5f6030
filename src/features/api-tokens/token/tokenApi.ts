import { defineQueryOptions } from '@pinia/colada'

import { unwrapResponse, api, unwrapMutation, type Schema } from '#src/api/client.ts'
import type { operations } from '#src/api/generated/schema.ts'

export type Token = Schema<'Token'>
export type NewToken = Schema<'NewToken'>
export type TokenSort = Schema<'TokenSort'>
export type TokenSummary = Omit<Schema<'TokenId'>, 'oldKeyIds'>
export type TokenBatchAction = Schema<'TokenBatchAction'>
/** Filters for tokens. A token has to match all of them. */
export type TokenFilter = NonNullable<operations['listTokenIds']['parameters']['query']>
export type Feature = Schema<'Feature'>
export type AccessLevel = Schema<'AccessLevel'>
export type Permission = Schema<'Permission'>
export type Permissions = Schema<'Permissions'>

/** A token and the ETag of the version that was read, for `saveToken`. */
export interface TokenVersion {
  token: Token
  etag: string
}

/** Loads one page of the business's tokens that match the filter. @throws ApiError */
export async function listTokens(
  query: { page: number; pageSize: number; sort: TokenSort } & TokenFilter,
  options?: { signal: AbortSignal },
): Promise<Schema<'TokenList'>> {
  return (await unwrapResponse(api.GET('/api/tokens', { params: { query }, ...options }))).data
}

/** Finds the token that has a name, in any spelling that counts as the same. @throws ApiError, for example `invalid-fields`. */
export async function findTokenByName(name: string): Promise<Schema<'NamedToken'> | undefined> {
  const call = api.POST('/api/token-names', { body: { name } })
  return (await unwrapResponse(call)).data.token ?? undefined
}

/** Loads up to 100 tokens by id. The result omits tokens that do not exist. @throws ApiError */
export async function lookUpTokens(ids: string[]): Promise<Token[]> {
  const call = api.POST('/api/token-lookups', { body: { ids } })
  return (await unwrapResponse(call)).data.items
}

/** Loads the id, name, last use and old keys of all tokens that match the filter. @throws ApiError */
export async function listTokenIds(query: TokenFilter): Promise<Schema<'TokenId'>[]> {
  return (await unwrapResponse(api.GET('/api/token-ids', { params: { query } }))).data.items
}

/**
 * Deletes, pauses or resumes up to 100 tokens: all of them or, if the request fails, none. It doesn't announce the change. A
 * caller that sends several batches does so once, at the end (`announceChange`).
 *
 * @returns the result for each token.
 * @throws ApiError
 */
export async function changeTokens(
  body: Schema<'TokenBatch'>,
): Promise<Schema<'TokenBatchResult'>['items']> {
  return (await unwrapResponse(api.POST('/api/token-batches', { body }))).data.items
}

/** Loads a token. @throws ApiError, for example `not-found`. */
export async function loadToken(
  tokenId: string,
  options?: { signal: AbortSignal },
): Promise<TokenVersion> {
  const call = api.GET('/api/tokens/{tokenId}', { params: { path: { tokenId } }, ...options })
  return versionOf(await unwrapResponse(call))
}

/** A token and its version. */
export const tokenQuery = defineQueryOptions((tokenId: string) => ({
  key: ['tokens', 'one', tokenId],
  query: ({ signal }) => loadToken(tokenId, { signal }),
}))

/**
 * Creates a token. Repeating the call with the same body and `idempotencyKey` doesn't create a second one.
 *
 * @returns the token and its key. The service returns the key only here. It is null if the key has already been shown.
 * @throws ApiError, for example `invalid-fields`.
 */
export async function createToken(
  body: NewToken,
  idempotencyKey: string,
): Promise<Schema<'CreatedToken'>> {
  const call = api.POST('/api/tokens', {
    params: { header: { 'Idempotency-Key': idempotencyKey } },
    body,
  })
  return (await unwrapMutation(call)).data
}

/** Tells the service that the user sees the key, so that it doesn't return the key again. @throws ApiError */
export async function confirmKeyShown(tokenId: string): Promise<void> {
  await unwrapResponse(
    api.POST('/api/tokens/{tokenId}/key-shown', { params: { path: { tokenId } } }),
  )
}

/**
 * Saves a name, a description or an earlier expiry if the token still has the given version.
 *
 * @throws ApiError `version-changed` if somebody else saved first. Nothing is changed then.
 */
export async function saveToken(
  version: TokenVersion,
  change: Schema<'TokenChange'>,
): Promise<TokenVersion> {
  const call = api.PATCH('/api/tokens/{tokenId}', {
    params: { path: { tokenId: version.token.id }, header: { 'If-Match': version.etag } },
    body: change,
  })
  return versionOf(await unwrapMutation(call))
}

/** Deletes a token. Once the service has responded, it refuses every request with the token's key. @throws ApiError */
export async function deleteToken(tokenId: string): Promise<void> {
  await unwrapMutation(api.DELETE('/api/tokens/{tokenId}', { params: { path: { tokenId } } }))
}

/** Deletes up to 100 tokens in one step: all of them or, if the request fails, none. @throws ApiError */
export async function deleteTokens(ids: string[]): Promise<void> {
  await unwrapMutation(api.POST('/api/token-batches', { body: { action: 'delete', ids } }))
}

/**
 * Pauses a token. Once the service has responded, it refuses every request with the token's key until the token is resumed.
 * @throws ApiError
 */
export async function pauseToken(tokenId: string): Promise<Token> {
  const call = api.POST('/api/tokens/{tokenId}/pause', { params: { path: { tokenId } } })
  return (await unwrapMutation(call)).data
}

/** Resumes a paused token. @throws ApiError */
export async function resumeToken(tokenId: string): Promise<Token> {
  const call = api.POST('/api/tokens/{tokenId}/resume', { params: { path: { tokenId } } })
  return (await unwrapMutation(call)).data
}

function versionOf({ data, response }: { data: Token; response: Response }): TokenVersion {
  return { token: data, etag: response.headers.get('etag') ?? '' }
}
