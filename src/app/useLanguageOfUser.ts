import { watch } from 'vue'

import { useSessionStore } from '#src/session/sessionStore.ts'
import { showLanguageOfUser } from '#src/ui/lib/language.ts'

/** Shows the language that the user has chosen, here, in another tab or on another device. */
export function useLanguageOfUser(): void {
  const session = useSessionStore()
  watch(
    () => session.language,
    (language) => {
      // If the words do not load, the page stays in its language, which the user can read as well.
      showLanguageOfUser(language).catch(() => undefined)
    },
    { immediate: true },
  )
}
