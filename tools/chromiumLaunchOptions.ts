import type { LaunchOptions } from '@playwright/test'

/** How tests start Chromium: the program at CHROMIUM_PATH, else Playwright's own, without anything that asks for the network. */
export function chromiumLaunchOptions(): LaunchOptions {
  const root = process.getuid?.() === 0
  return {
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
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
