import type { LaunchOptions } from '@playwright/test'

import { browserForPlaywright } from './browser.mjs'

/** How tests start Chromium: the one that is found here, without anything that asks for the network. */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const root = process.getuid?.() === 0
  return {
    ...(await browserForPlaywright()),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses to start its sandbox as root.
      ...(root ? ['--no-sandbox'] : []),
    ],
  }
}
