import { useQueryCache } from '@pinia/colada'

import { loadToken, tokenQuery, type TokenVersion } from './tokenApi.ts'

/**
 * Returns a function that loads the current version of a token. The page around the component shows that version at once, instead
 * of with its next refetch.
 */
export function useTokenReload(): (tokenId: string) => Promise<TokenVersion> {
  const queries = useQueryCache()
  return async (tokenId) => {
    const version = await loadToken(tokenId)
    queries.setQueryData(tokenQuery(tokenId).key, version)
    return version
  }
}
