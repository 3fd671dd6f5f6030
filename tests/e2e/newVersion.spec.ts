import sirv from 'sirv'

import { expect, test as base } from '#src/kit/playwright.ts'

import { pageHeaders } from '../../tools/serve/securityHeaders.ts'
import { startTestServer } from './testServer.ts'

/** A server whose style sheet of a page disappears, as after a deployment that removes old files. */
const test = base.extend<{ deployment: { missing: RegExp | undefined; helps: boolean } }>({
  // The worker would serve the file from its cache.
  backend: 'page',
  scenario: 'tokens',
  deployment: async ({}, use) => use({ missing: undefined, helps: true }),
  baseURL: async ({ deployment }, use) => {
    const files = sirv('dist/demo', {
      single: true,
      setHeaders(response) {
        for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
      },
    })
    const server = await startTestServer((request, response) => {
      if (request.headers['sec-fetch-dest'] === 'document' && deployment.helps) {
        deployment.missing = undefined
      }
      if (deployment.missing?.test(request.url ?? '')) response.writeHead(404).end()
      else files(request, response)
    })
    await use(server.origin)
    await server.stop()
  },
})

test('reloads a page whose style sheet is gone, and says so if that does not help', async ({
  page,
  demo,
  deployment,
  guards,
}) => {
  guards.allow('console', /status of 404/)
  await demo.open('/settings/api-tokens')
  const settings = page.getByRole('navigation', { name: 'Settings' })
  await page.evaluate(() => ((globalThis as { isSame?: boolean }).isSame = true))
  deployment.missing = /PlanPage-.*\.css/
  await settings.getByRole('link', { name: 'Plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(false)

  Object.assign(deployment, { missing: /UsersPage-.*\.css/, helps: false })
  await settings.getByRole('link', { name: 'Users' }).click()
  await expect(page.getByRole('alert')).toContainText('there is a newer version of eDesk')
  await expect(page).toHaveURL(/\/settings\/users$/)
  deployment.helps = true
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
})
