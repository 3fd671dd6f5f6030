import type { LaunchOptions } from '@playwright/test'

import { browserForPlaywright } from './chromium.mjs'

/** Playwright's launch options for the Chromium of this machine, without features that use the network. */
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
