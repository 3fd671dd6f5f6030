import { useQueryCache } from '@pinia/colada'
import { nextTick, readonly, type Ref, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'

import { useSessionStore } from '#src/session/sessionStore.ts'
import { requestPageFocus } from '#src/ui/lib/pageFocus.ts'
import { forgetToasts } from '#src/ui/lib/toast.ts'

/**
 * Removes the data of a user who logs out, so that the next user does not see them. Returns how often another user has logged in:
 * as the key of the pages, it mounts those of the previous user again.
 */
export function useUserChanges(): Readonly<Ref<number>> {
  const session = useSessionStore()
  const queries = useQueryCache()
  const route = useRoute()
  const userChanges = shallowRef(0)
  let lastUserId = session.user?.id

  watch(
    () => session.user?.id,
    async (userId, before) => {
      if (before) {
        for (const entry of queries.getEntries()) queries.remove(entry)
        forgetToasts()
      }
      if (userId === undefined || userId === lastUserId) return
      const isFirst = lastUserId === undefined
      lastUserId = userId
      if (isFirst) return
      userChanges.value += 1
      if (route.meta.public) return
      // The focused element is gone.
      await nextTick()
      requestPageFocus()
    },
  )

  return readonly(userChanges)
}
