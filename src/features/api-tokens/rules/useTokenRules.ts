import { computed } from 'vue'

import { useSessionStore } from '#src/session/sessionStore.ts'
import { noRules, type TokenRules } from '#src/shared/tokenRules.ts'

/** The rules of the business. They come with the session, so that a form has them at once, and follow each change. */
export function useTokenRules() {
  const session = useSessionStore()
  return computed<TokenRules>(() => session.business?.rules ?? noRules)
}
