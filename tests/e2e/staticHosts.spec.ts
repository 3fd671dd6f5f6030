import { readFile } from 'node:fs/promises'

import sirv from 'sirv'

import { expect, test as base } from '#src/kit/playwright.ts'

import { pageHeaders } from '../../tools/serve/securityHeaders.ts'
import { addToken, logIn } from './loginPageSteps.ts'
import { startTestServer } from './testServer.ts'
import { expectWorker } from './workerControl.ts'

const { 'Cache-Control': _, ...headers } = pageHeaders

/** Serves files as Netlify and Cloudflare do: with the same headers for all files, and index.html for missing ones. */
const test = base.extend({
  baseURL: async ({}, use) => {
    const files = sirv('dist/demo', {
      single: true,
      etag: true,
      setHeaders(response) {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
      },
    })
    const server = await startTestServer((request, response) => files(request, response))
    await use(server.origin)
    await server.stop()
  },
})

test('works on a static host that sends the same headers with every file', async ({ page }) => {
  // Such hosts read the headers from this file.
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  expect(await readFile('dist/demo/_headers', 'utf8')).toBe(`/*\n${lines.join('')}`)

  await logIn(page, 'Admin, Professional', '/settings/api-tokens')
  await expectWorker(page)
  await addToken(page)
  await page.reload()
  await expect(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
})
