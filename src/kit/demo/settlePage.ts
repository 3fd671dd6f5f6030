import type { Page } from '@playwright/test'

import { changesChannelName } from '#src/shared/openChannel.ts'
import { settleEventName } from '#src/shared/settleEvent.ts'

/**
 * Lets a page load its data, and refetch them after the changes so far, so that no such request meets a fault that is meant for a
 * later one. A page of another application does not wait, and a page whose requests never end waits for a second.
 */
export async function settlePage(page: Page): Promise<void> {
  const names = { channel: changesChannelName('/'), event: settleEventName }
  // A page that navigates meanwhile asks by itself.
  await page.evaluate(settle, names).catch(() => undefined)
}

/** Runs in the page. */
async function settle(names: { channel: string; event: string }): Promise<void> {
  const second = new Promise((resolve) => setTimeout(resolve, 1000))
  const [sender, receiver] = [0, 1].map(() => new BroadcastChannel(names.channel))
  const echo = new Promise((resolve) => receiver?.addEventListener('message', resolve))
  // Messages arrive in their order: after this one, the page has all notifications of changes.
  sender?.postMessage('settle')
  await Promise.race([echo, second])
  sender?.close()
  receiver?.close()
  const refetches: Promise<unknown>[] = []
  const detail = { waitUntil: (refetch: Promise<unknown>) => refetches.push(refetch) }
  dispatchEvent(new CustomEvent(names.event, { detail }))
  await Promise.race([Promise.all(refetches), second])
}
