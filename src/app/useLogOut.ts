import { useRouter } from 'vue-router'

import { useSessionStore } from '#src/session/sessionStore.ts'
import { useAction } from '#src/ui/composables/useAction.ts'

/**
 * Logs the user out and goes to the log-in page. The page may ask about unsaved input first. If the service cannot end the session,
 * the page stays as it is.
 */
export function useLogOut() {
  const session = useSessionStore()
  const router = useRouter()

  return useAction(async () => {
    session.beginLogOut()
    // Runs when the page has agreed to close, but is still open.
    const removeGuard = router.beforeResolve(async (to) => {
      if (to.name === 'log-in') await session.logOut()
    })
    try {
      await router.push({ name: 'log-in' })
    } finally {
      removeGuard()
      session.cancelLogOut()
    }
  })
}
