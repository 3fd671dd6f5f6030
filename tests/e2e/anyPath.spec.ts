import { staticFiles } from '../../tools/staticFiles.ts'
import { expect, test as base } from '../kit/playwright.ts'
import { addToken, logIn } from './byHand.ts'
import { serve } from './ownServer.ts'

/** Lies where a page could be, and the boot script has to tell which. Other folders: tests/unit/boot.test.ts. */
const folder = '/help/edesk/'

/** The one folder that `npm run build` has made, served below a path by a server of the test's own. */
const test = base.extend({
  baseURL: async ({}, use) => {
    const server = await serve(staticFiles('dist/demo', folder.replace(/\/$/, '')))
    await use(server.origin)
    await server.stop()
  },
})

test('the application works below a path: by its links, by a deep link and after a reload', async ({
  page,
  browser,
  demoUrl,
}) => {
  await logIn(page, 'Admin, Professional', `${folder}settings/api-tokens`)
  await addToken(page)
  await expect(page).toHaveURL(new RegExp(`${folder}settings/api-tokens$`))
  await page.getByRole('link', { name: 'ShipFast' }).click()
  const heading = page.getByRole('heading', { level: 1, name: 'ShipFast' })
  await expect(heading).toBeVisible()
  await page.reload()
  await expect(heading).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-base', folder)
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
    `${demoUrl}${folder}mockServiceWorker.js`,
  )

  await test.step('an address that no page has is told as such', async () => {
    // Where the files are has to be tried, which the console tells of: a page without the guards.
    const unguarded = await browser.newPage({ baseURL: demoUrl })
    await unguarded.goto(`${folder}no/such/page`)
    await expect(unguarded.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
    await expect(unguarded.locator('html')).toHaveAttribute('data-base', folder)
    await unguarded.close()
  })
})
