import { readdir } from 'node:fs/promises'
import { request as ask } from 'node:http'

import { test as withoutBrowser } from '@playwright/test'

import { assetHeaders, pageHeaders, workerHeaders } from '../../tools/securityHeaders.ts'
import { expect, test as withPage } from '../kit/playwright.ts'
import { addToken, logIn } from './byHand.ts'
import { type Nginx, nginxPath, startNginx } from './nginx.ts'

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
  'There is no nginx here, and none could be installed: docs/deploy/nginx.conf is not tested. Install nginx, or set NGINX_PATH.',
)

const places = [
  ['atRoot', '/'],
  ['belowPath', '/edesk/'],
] as const
for (const [place, folder] of places) {
  test.describe(`the settings for nginx, ${folder}`, () => {
    test('send pages, also deep links, with the headers of pages', async ({ nginx }) => {
      const page = await get(nginx[place], folder)
      expect(page.status).toBe(200)
      expect(page.text).toContain('<div id="app">')
      expect(page.headers).toMatchObject(lowered(pageHeaders))
      expect(page.headers['content-type']).toBe('text/html')
      for (const address of ['index.html', 'settings/api-tokens/x/key', 'login?a=b', 'no/such']) {
        const same = await get(nginx[place], folder + address)
        expect(same.status, address).toBe(200)
        expect(same.text, address).toBe(page.text)
        expect(same.headers, address).toMatchObject(lowered(pageHeaders))
      }
    })

    test('send the worker with headers of its own, and no others', async ({ nginx }) => {
      const worker = await get(nginx[place], `${folder}mockServiceWorker.js`)
      expect(worker.status).toBe(200)
      expect(ours(worker.headers)).toEqual(lowered(workerHeaders))
    })

    test('send the other files as they were compressed, for long, and anew where nobody has them', async ({
      nginx,
    }) => {
      const names = await readdir('dist/demo/assets')
      for (const name of names.filter((name) => /\.(js|css)$/.test(name))) {
        const address = `${folder}assets/${name}`
        const file = await get(nginx[place], address, { 'Accept-Encoding': 'gzip' })
        expect(file.status, name).toBe(200)
        expect(ours(file.headers), name).toEqual(lowered(assetHeaders))
        expect(file.headers['content-encoding'], name).toBe('gzip')
        expect(file.headers.vary, name).toBe('Accept-Encoding')
        const etag = file.headers.etag ?? ''
        const again = await get(nginx[place], address, {
          'Accept-Encoding': 'gzip',
          'If-None-Match': etag,
        })
        expect(again.status, name).toBe(304)
        expect(again.headers['cache-control'], name).toBe(assetHeaders['Cache-Control'])
      }
    })

    test('answer 404 for what is not there and no page', async ({ nginx }) => {
      for (const address of ['assets/gone.js', 'api/tokens', 'v1/tickets']) {
        const answer = await get(nginx[place], folder + address)
        expect(answer.status, address).toBe(404)
        expect(answer.text, address).not.toContain('<div id="app">')
        // Tomorrow it may be there.
        expect(answer.headers, address).toMatchObject(lowered(pageHeaders))
      }
    })
  })
}

test('the folder without a slash at its end leads to it, whatever the port', async ({ nginx }) => {
  const answer = await get(nginx.belowPath, '/edesk')
  expect(answer.status).toBe(301)
  expect(answer.headers.location).toBe('/edesk/')
})

// At a root it is answered with the same headers, and all other tests show how it runs under those.
pageTest(
  'the settings for nginx let the demo start under its policy, by a deep link and after a reload',
  async ({ page }) => {
    await logIn(page, 'Admin, Professional', '/edesk/settings/api-tokens')
    await addToken(page)
    await page.getByRole('link', { name: 'ShipFast' }).click()
    const heading = page.getByRole('heading', { level: 1, name: 'ShipFast' })
    await expect(heading).toBeVisible()
    await page.reload()
    await expect(heading).toBeVisible()
    const worker = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)
    expect(new URL(worker ?? '').pathname).toBe('/edesk/mockServiceWorker.js')
  },
)

interface Answer {
  status: number
  headers: Record<string, string>
  text: string
}

/** As a browser asks for a page, and without unpacking what comes. */
async function get(origin: string, path: string, headers = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask(origin + path, { headers: { Accept: 'text/html', ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers as Record<string, string>,
          text: Buffer.concat(parts).toString('utf8'),
        })
      })
    })
    asked.on('error', reject).end()
  })
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

/** Those that nginx does not send by itself. */
function ours(headers: Record<string, string>): Record<string, string> {
  const names = Object.keys(lowered({ ...pageHeaders, ...workerHeaders, ...assetHeaders }))
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)))
}
