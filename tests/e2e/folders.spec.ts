import { expect, pagesIn, test as base } from '#src/kit/playwright.ts'

import { staticFiles } from '../../tools/serve/staticFiles.ts'
import { addToken, logIn } from './loginPageSteps.ts'
import { startTestServer } from './testServer.ts'

/** Serves dist/demo in two folders of one origin. */
const test = base.extend({
  baseURL: async ({}, use) => {
    const folders = ['/one', '/two'].map((path) => ({
      path,
      serve: staticFiles('dist/demo', path),
    }))
    const server = await startTestServer((request, response) => {
      const folder = folders.find(({ path }) => request.url?.startsWith(`${path}/`)) ?? folders[0]
      folder?.serve(request, response)
    })
    await use(server.origin)
    await server.stop()
  },
})

test('two builds in two folders have data and sessions of their own', async ({ page, context }) => {
  await logIn(page, 'Admin, Professional', '/one/settings/api-tokens')
  await addToken(page)
  const other = await context.newPage()
  await logIn(other, 'Agent, Professional', '/two/settings/api-tokens')
  await expect(pagesIn(other).accessGate.requestButton).toBeVisible()
  await page.reload()
  await expect(pagesIn(page).tokenListPage).toListToken({ name: 'ShipFast' })
  await expect(pagesIn(page).header.accountMenu).toHaveAccessibleName('Account of Alex Morgan')
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name).sort(),
  )
  expect(databases).toEqual(['edesk:/one/', 'edesk:/two/'])
})
