import type { Router } from 'vue-router'

import type { Findings } from './useFoundKeys.ts'

// In memory only, and nothing reactive: endings, fingerprints and tokens, none of which is a secret.
const kept = new WeakMap<Router, { findings: Findings; forget: () => void }>()

/**
 * Keeps what a search came to for whoever goes on to a token and comes back, as to replace the next one. Whoever leaves the tokens'
 * pages leaves it behind.
 */
export function keepFindings(router: Router, findings: Findings | undefined): void {
  kept.get(router)?.forget()
  if (!findings) return
  const tokenPages = router.resolve({ name: 'token-list' }).path
  const stopListening = router.afterEach((to, _from, failure) => {
    if (!failure && !to.path.startsWith(tokenPages)) forget()
  })
  function forget(): void {
    stopListening()
    kept.delete(router)
  }
  kept.set(router, { findings, forget })
}

/** What the last search came to; undefined where there is nothing of it any more. */
export function findingsKept(router: Router): Findings | undefined {
  return kept.get(router)?.findings
}
