import type { Router } from 'vue-router'

import type { SearchResults } from './useLeakedKeySearch.ts'

// In memory only, and not reactive. It holds key endings, hashes and tokens, but no secrets.
const cache = new WeakMap<Router, CachedResults>()

interface CachedResults {
  searchResults: SearchResults
  /** The user who has searched. */
  userId: string | undefined
  forget: () => void
}

/**
 * Keeps the results of a search while the user visits a token and comes back, for example to replace one token after another.
 * Leaving the pages under the token list discards them.
 */
export function cacheSearchResults(
  router: Router,
  userId: string | undefined,
  searchResults: SearchResults | undefined,
): void {
  cache.get(router)?.forget()
  if (!searchResults) return
  const tokenPages = router.resolve({ name: 'token-list' }).path
  const stopListening = router.afterEach((to, _from, failure) => {
    if (!failure && !to.path.startsWith(tokenPages)) forget()
  })
  function forget(): void {
    stopListening()
    cache.delete(router)
  }
  cache.set(router, { searchResults, userId, forget })
}

/** Returns the kept results of the user's last search; undefined if there are none. */
export function cachedSearchResults(
  router: Router,
  userId: string | undefined,
): SearchResults | undefined {
  const cached = cache.get(router)
  return cached?.userId === userId ? cached?.searchResults : undefined
}
