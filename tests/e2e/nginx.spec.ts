import { readdir } from 'node:fs/promises'
import { request as sendRequest } from 'node:http'

import { test as withoutBrowser } from '@playwright/test'

import { expect, test as withPage } from '#src/kit/playwright.ts'

import { assetHeaders, pageHeaders, workerHeaders } from '../../tools/serve/securityHeaders.ts'
import { addToken, logIn } from './loginPageSteps.ts'
import { type Nginx, nginxPath, startNginx } from './nginx.ts'
import { expectWorker } from './workerControl.ts'

type Use = (nginx: Nginx) => Promise<void>
const runNginx = async ({}: object, use: Use) => {
  const nginx = await startNginx(nginxPath ?? '')
  await use(nginx)
  await nginx.stop()
}

const test = withoutBrowser.extend<object, { nginx: Nginx }>({
  nginx: [runNginx, { scope: 'worker' }],
})
const pageTest = withPage.extend<object, { nginx: Nginx }>({
  nginx: [runNginx, { scope: 'worker' }],
  baseURL: async ({ nginx }, use) => use(nginx.belowPath),
})

test.skip(
  nginxPath === undefined,
  'nginx is not installed, so docs/deploy/nginx.conf is not tested. Install nginx, or set NGINX_PATH.',
)

const sites = [
  ['atRoot', '/'],
  ['belowPath', '/edesk/'],
] as const
for (const [site, folder] of sites) {
  test.describe(`nginx serving ${folder}`, () => {
    test('sends index.html for pages and deep links, with the headers of pages', async ({
      nginx,
    }) => {
      const page = await get(nginx[site], folder)
      expect(page.status).toBe(200)
      expect(page.text).toContain('<div id="app">')
      expect(page.headers).toMatchObject(lowerCaseNames(pageHeaders))
      expect(page.headers['content-type']).toBe('text/html')
      for (const path of ['index.html', 'settings/api-tokens/x/key', 'login?a=b', 'no/such']) {
        const same = await get(nginx[site], folder + path)
        expect(same.status, path).toBe(200)
        expect(same.text, path).toBe(page.text)
        expect(same.headers, path).toMatchObject(lowerCaseNames(pageHeaders))
      }
    })

    test('sends the worker with its own headers only', async ({ nginx }) => {
      const worker = await get(nginx[site], `${folder}mockServiceWorker.js`)
      expect(worker.status).toBe(200)
      expect(configuredHeaders(worker.headers)).toEqual(lowerCaseNames(workerHeaders))
    })

    test('sends compressed assets with a long cache lifetime, and 304 if they are unchanged', async ({
      nginx,
    }) => {
      const names = await readdir('dist/demo/assets')
      for (const name of names.filter((name) => /\.(js|css)$/.test(name))) {
        const path = `${folder}assets/${name}`
        const file = await get(nginx[site], path, { 'Accept-Encoding': 'gzip' })
        expect(file.status, name).toBe(200)
        expect(configuredHeaders(file.headers), name).toEqual(lowerCaseNames(assetHeaders))
        expect(file.headers['content-encoding'], name).toBe('gzip')
        expect(file.headers.vary, name).toBe('Accept-Encoding')
        const etag = file.headers.etag ?? ''
        const again = await get(nginx[site], path, {
          'Accept-Encoding': 'gzip',
          'If-None-Match': etag,
        })
        expect(again.status, name).toBe(304)
        expect(again.headers['cache-control'], name).toBe(assetHeaders['Cache-Control'])
      }
    })

    test('responds with 404 to missing assets, API paths and the headers of static hosts', async ({
      nginx,
    }) => {
      for (const path of ['assets/gone.js', 'api/tokens', 'v1/tickets', '_headers']) {
        const response = await get(nginx[site], folder + path)
        expect(response.status, path).toBe(404)
        expect(response.text, path).not.toContain('<div id="app">')
        // A later deployment may add the file, so the response must not be cached.
        expect(response.headers, path).toMatchObject(lowerCaseNames(pageHeaders))
      }
    })
  })
}

test('redirects the folder without a trailing slash, and keeps the port', async ({ nginx }) => {
  const response = await get(nginx.belowPath, '/edesk')
  expect(response.status).toBe(301)
  expect(response.headers.location).toBe('/edesk/')
})

// Only under a path: at the root, nginx sends the same headers, under which all other tests run.
pageTest(
  'the demo starts behind nginx with its security policy, from a deep link and after a reload',
  async ({ page }) => {
    await logIn(page, 'Admin, Professional', '/edesk/settings/api-tokens')
    await addToken(page)
    await page.getByRole('link', { name: 'ShipFast' }).click()
    const heading = page.getByRole('heading', { level: 1, name: 'ShipFast' })
    await expect(heading).toBeVisible()
    await page.reload()
    await expect(heading).toBeVisible()
    await expectWorker(page, '/edesk/mockServiceWorker.js')
  },
)

interface TextResponse {
  status: number
  headers: Record<string, string>
  text: string
}

/** Sends a request as a browser does for a page. Does not decompress the response. */
async function get(origin: string, path: string, headers = {}): Promise<TextResponse> {
  return new Promise((resolve, reject) => {
    const options = { headers: { Accept: 'text/html', ...headers } }
    const request = sendRequest(origin + path, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          text: Buffer.concat(parts).toString('utf8'),
        })
      })
    })
    request.on('error', reject).end()
  })
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

/** Keeps only the headers that docs/deploy/nginx.conf sets. */
function configuredHeaders(headers: Record<string, string>): Record<string, string> {
  const names = Object.keys(lowerCaseNames({ ...pageHeaders, ...workerHeaders, ...assetHeaders }))
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))
}
