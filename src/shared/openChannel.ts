import { scopedName } from './scopedName.ts'

/**
 * Opens a channel to the other tabs of this browser.
 *
 * @returns undefined without channels, or if the browser blocks the site's storage: Firefox throws then. Other tabs get no
 * messages.
 */
export function openChannel(name: string): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/** Returns the name of the channel that tells all pages below a base path that data in the service have changed. */
export function changesChannelName(base: string): string {
  return scopedName('edesk-changes', base)
}

/** Opens this channel. Returns undefined where `openChannel` does. */
export function openChangesChannel(base: string): BroadcastChannel | undefined {
  return openChannel(changesChannelName(base))
}
