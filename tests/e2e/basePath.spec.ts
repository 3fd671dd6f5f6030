import { expect, test as base } from '#src/kit/playwright.ts'

import { staticFiles } from '../../tools/serve/staticFiles.ts'
import { addToken, logIn } from './loginPageSteps.ts'
import { startTestServer } from './testServer.ts'
import { expectWorker } from './workerControl.ts'

/** A path that could also be a page: the boot script must tell them apart. Other folders: tests/unit/boot.test.ts. */
const folder = '/help/edesk/'

/** Serves dist/demo under a base path, with a server for each test. */
const test = base.extend({
  baseURL: async ({}, use) => {
    const server = await startTestServer(staticFiles('dist/demo', folder.replace(/\/$/, '')))
    await use(server.origin)
    await server.stop()
  },
})

test('works under a base path: with links, deep links and reloads', async ({
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
  await expectWorker(page, `${folder}mockServiceWorker.js`)

  await test.step('shows "Page not found" for an unknown path', async () => {
    // The boot script tries several paths, which logs errors to the console: use a page without the guards.
    const unguarded = await browser.newPage({ baseURL: demoUrl })
    await unguarded.goto(`${folder}no/such/page`)
    await expect(unguarded.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
    await expect(unguarded.locator('html')).toHaveAttribute('data-base', folder)
    await unguarded.close()
  })
})
