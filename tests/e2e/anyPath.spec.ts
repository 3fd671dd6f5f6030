import type { Page } from '@playwright/test'

import { staticFiles } from '../../tools/staticFiles.ts'
import { expect, test as base } from '../kit/playwright.ts'
import { addToken, logIn } from './byHand.ts'
import { serve } from './ownServer.ts'

/** The one folder that `npm run build` has made, served below a path by a server of the test's own. */
const test = base.extend<{ folder: string }>({
  folder: ['/', { option: true }],
  baseURL: async ({ folder }, use) => {
    const server = await serve(staticFiles('dist/demo', folder.replace(/\/$/, '')))
    await use(server.origin)
    await server.stop()
  },
})

// A folder may have the name of a page, or lie where a page could be.
for (const folder of ['/', '/edesk/', '/a/b/c/', '/help/edesk/', '/demo/']) {
  test.describe(`served under ${folder}`, () => {
    test.use({ folder })

    test('the application works, by its links, by a deep link and after a reload', async ({
      page,
    }) => {
      await logIn(page, 'Admin, Professional', `${folder}settings/api-tokens`)
      await addToken(page)
      await expect(page).toHaveURL(new RegExp(`${folder}settings/api-tokens$`))
      await page.getByRole('link', { name: 'ShipFast' }).click()
      const heading = page.getByRole('heading', { level: 1, name: 'ShipFast' })
      await expect(heading).toBeVisible()
      await page.reload()
      await expect(heading).toBeVisible()
      expect(await baseOf(page)).toBe(folder)
      expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(
        new RegExp(`^http://localhost:\\d+${folder}mockServiceWorker\\.js$`),
      )
    })
  })
}

test.describe('an address that no page has', () => {
  test.use({ folder: '/edesk/' })

  test('is told as such below a path, however deep it is', async ({ browser, baseURL }) => {
    // Where the files are has to be tried, which the console tells of: a page without the guards.
    const page = await browser.newPage(baseURL === undefined ? {} : { baseURL })
    for (const address of ['/edesk/nonsense', '/edesk/no/such/page', '/edesk/tickets/settings/x']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
      expect(await baseOf(page), address).toBe('/edesk/')
    }
    await page.close()
  })
})

function baseOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.base)
}
