import type { Page } from '@playwright/test'

import { expect } from '../kit/playwright.ts'

/** No fault that axe can find, and nothing beyond the window's edge: wide and narrow, light and dark. */
export async function expectGoodInAllSizes(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(page).toFitItsWidth()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect(page).toHaveNoAccessibilityFaults()
    }
  }
}
