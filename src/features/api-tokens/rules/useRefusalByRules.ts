import { type Ref, watch } from 'vue'

import type { ApiError } from '#src/api/apiError.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'

/** Loads the rules after the service refused a form because of them: they have changed since the form was opened. */
export function useRefusalByRules(error: Readonly<Ref<ApiError | undefined>>): void {
  const session = useSessionStore()

  watch(error, (refusal) => {
    const isByRules = refusal?.fields.some(({ code }) => code === 'against-rule')
    if (isByRules || refusal?.kind === 'too-many-tokens') void session.load()
  })
}
