import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { watchRequests } from '#src/api/client.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'

/** Opens the log-in page when the session has ended, unless the page has input that would be lost: it asks in a dialog. */
export function useSessionExpiry(): void {
  const session = useSessionStore()
  const route = useRoute()
  const router = useRouter()

  watchRequests(session.watchRequest)
  watch(
    () => session.status,
    async (status) => {
      if (status !== 'expired' || route.meta.hasUnsavedInput || route.meta.standalone) return
      session.forget()
      await router.push({ name: 'log-in', query: { returnTo: route.fullPath } })
    },
  )
}
