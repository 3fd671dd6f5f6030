import type { Locator, Page } from '@playwright/test'

import { expect, pagesIn, test } from '../../kit/playwright.ts'
import { groupOf, handleOf, openLink, openPanel, panelOf } from './demoTab.ts'

/** What people see of a demo, with the way to it. */
const states: Record<string, (page: Page) => Promise<void>> = {
  'the gallery': (page) => openLink(page, '', '/demo'),
  'a refused link': async (page) => {
    await openLink(page, 'demo=tokns&demo.fault=makeToken:503@1')
    await page.getByText(/possible values/).click()
  },
  'the panel': async (page) => {
    await openLink(page, 'demo=flaky&demo.panel=open')
    await groupOf(page, 'Faults').getByText('Add a fault').click()
    await expect(groupOf(page, 'Last requests')).toContainText('answered with 503')
  },
  'the panel, closed, with its note': async (page) => {
    await openLink(page, 'demo=empty')
    await expect(page.getByText('Demo: keys are not secret')).toBeVisible()
  },
}

for (const [name, reach] of Object.entries(states)) {
  for (const width of [1280, 360]) {
    test(`${name}: no fault that axe can find in ${width} pixels, light, dark and with forced colours`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 800 })
      await reach(page)
      await expect(page).toFitItsWidth()
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const forcedColors of ['none', 'active'] as const) {
          await page.emulateMedia({ colorScheme, forcedColors })
          await expect(page).toHaveNoAccessibilityFaults()
        }
      }
    })
  }
}

test('the panel beside another program has no fault that axe can find', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openLink(page, 'demo=tokens&demo.panel=open', '/apps/shipping')
  await expect(panelOf(page)).toBeVisible()
  await expect(page).toHaveNoAccessibilityFaults()
})

for (const width of [1280, 1000, 800, 360]) {
  test(`the panel and its handle cover nothing of a page that is ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 720 })
    await openLink(page, 'demo=tokens', '/settings/api-tokens/new')
    await expect(pagesIn(page).tokenFormPage.heading).toBeVisible()
    expect(await coveredBy(page, handleOf(page))).toEqual([])
    const panel = await openPanel(page)
    await expect(page).toFitItsWidth()
    expect(await coveredBy(page, panel)).toEqual([])
    expect(await coveredBy(page, handleOf(page))).toEqual([])
    const box = await panel.boundingBox()
    if (width < 1000) expect(box?.height).toBeLessThanOrEqual(360)
  })
}

/** What of the page, scrolled to its end, is behind something of the demo. */
async function coveredBy(page: Page, demo: Locator): Promise<string[]> {
  // What comes after the page is covered by nothing, but has to be scrolled to.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const box = await demo.boundingBox()
  if (!box) throw new Error('Nothing of the demo is there.')
  return page.evaluate(({ x, y, width, height }) => {
    const all = document.querySelectorAll(
      '#app :is(a, button, input, textarea, p, h1, h2, label, td, th)',
    )
    return [...all].flatMap((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const beside = right <= x || left >= x + width
      const above = bottom <= y || top >= y + height
      return right > left && !beside && !above ? [element.outerHTML.slice(0, 120)] : []
    })
  }, box)
}
