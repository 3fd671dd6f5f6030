import type { Pinia } from 'pinia'

import { refetch } from '#src/api/changeNotifications.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'

/**
 * Refetches the data of this tab, and waits for the session only: each page waits for its own data.
 *
 * @returns whether the service has answered.
 */
export function refetchSession(pinia?: Pinia): Promise<boolean> {
  void refetch()
  // Joins the request that the refetch has sent.
  return useSessionStore(pinia).load()
}
