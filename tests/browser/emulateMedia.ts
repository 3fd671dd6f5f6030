import type { Page } from '@playwright/test'
import type { BrowserCommand } from 'vitest/node'

type Media = Parameters<Page['emulateMedia']>[0]

/** A browser command for tests that sets media features, such as the colour scheme. */
export const emulateMedia: BrowserCommand<[media: Media]> = async ({ page }, media) => {
  await page.emulateMedia(media)
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia(media: Media): Promise<void>
  }
}
