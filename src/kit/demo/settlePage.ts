import type { Page } from '@playwright/test'

import { changesChannelName } from '#src/shared/openChannel.ts'
import { settleEventName } from '#src/shared/settleEvent.ts'

/**
 * Lets a page load its data, and refetch them after the changes so far, so that no such request meets a fault that is meant for a
 * later one. A page of another application does not wait.
 *
 * @param limitMs how long to wait at most: requests of the page may never end.
 */
export async function settlePage(page: Page, limitMs = 5_000): Promise<void> {
  const settings = { channel: changesChannelName('/'), event: settleEventName, limitMs }
  // A page that navigates meanwhile asks by itself.
  await page.evaluate(settle, settings).catch(() => undefined)
}

/** Runs in the page. */
async function settle({
  channel,
  event,
  limitMs,
}: {
  channel: string
  event: string
  limitMs: number
}): Promise<void> {
  const limit = new Promise((resolve) => setTimeout(resolve, limitMs))
  const [sender, receiver] = [0, 1].map(() => new BroadcastChannel(channel))
  const echo = new Promise((resolve) => receiver?.addEventListener('message', resolve))
  // Messages arrive in their order: after this one, the page has all notifications of changes.
  sender?.postMessage('settle')
  await Promise.race([echo, limit])
  sender?.close()
  receiver?.close()
  const refetches: Promise<unknown>[] = []
  const detail = { waitUntil: (refetch: Promise<unknown>) => refetches.push(refetch) }
  dispatchEvent(new CustomEvent(event, { detail }))
  await Promise.race([Promise.all(refetches), limit])
}
