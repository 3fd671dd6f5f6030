import { appendFile, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Page } from '@playwright/test'

import { expect, test as base } from '#src/kit/playwright.ts'

import { staticFiles } from '../../tools/serve/staticFiles.ts'
import { addToken, logIn } from './loginPageSteps.ts'
import { type TestServer, startTestServer } from './testServer.ts'
import { inNewBrowser, stopWorkers } from './workerControl.ts'

/** A server that can be stopped to simulate a lost network, and can deploy another build. */
interface Site {
  server: TestServer
  /** Serves another built folder instead of the current one. */
  deploy: (folder: string) => void
}

const test = base.extend<{ folder: string; site: Site }>({
  folder: ['/', { option: true }],
  site: async ({ folder }, use) => {
    const serveFrom = (built: string) => staticFiles(built, folder.replace(/\/$/, ''))
    let listener = serveFrom('dist/demo')
    const server = await startTestServer((request, response) => listener(request, response))
    await use({
      server,
      deploy(built) {
        listener = serveFrom(built)
      },
    })
    await server.stop()
  },
  baseURL: async ({ site }, use) => use(site.server.origin),
})

for (const folder of ['/', '/edesk/']) {
  test.describe(`served under ${folder}`, () => {
    test.use({ folder })

    test('works offline after the first visit, also after a reload', async ({ browser }) => {
      await inNewBrowser(browser.browserType(), async (page) => {
        const server = await startTestServer(staticFiles('dist/demo', folder.replace(/\/$/, '')))
        const url = `${server.origin}${folder}`
        await logIn(page, 'Admin, Professional', `${url}settings/api-tokens`)
        await waitUntilCached(page, await entryOf(page))
        await server.stop()
        await expect(fetch(server.origin)).rejects.toThrow()

        await page.reload()
        await addToken(page)
        await page.reload()
        await page.getByRole('link', { name: 'ShipFast' }).click()
        await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()

        // Also after the browser has stopped the worker.
        await stopWorkers(page)
        await page.reload()
        await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()

        // Also after all pages were closed, and on a page that was never opened before.
        const context = page.context()
        await page.close()
        const another = await context.newPage()
        await another.goto(`${url}help/api`)
        await expect(another.getByRole('heading', { level: 1 })).toBeVisible()
        await another.goto(url)
        await expect(another.getByRole('link', { name: 'ShipFast' })).toBeVisible()
      })
    })
  })
}

test('shows a new version immediately when online, and then works offline with it', async ({
  page,
  context,
  site: { server, deploy },
}, testInfo) => {
  await logIn(page, 'Admin, Professional', '/settings/api-tokens')
  const oldEntry = await entryOf(page)
  await waitUntilCached(page, oldEntry)
  const newEntry = await makeNextVersion(testInfo.outputPath('next'), oldEntry)
  deploy(testInfo.outputPath('next'))

  await page.reload()
  expect(await entryOf(page)).toBe(newEntry)
  // The worker of the old version still controls the page, and the new worker waits.
  await addToken(page)
  await waitUntilCached(page, newEntry)
  await expect.poll(() => isCached(page, oldEntry)).toBe(false)

  await server.stop()
  await page.reload()
  await expect(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
  expect(await entryOf(page)).toBe(newEntry)

  await server.restart()
  await page.close()
  const another = await context.newPage()
  await another.goto('/settings/api-tokens')
  await addToken(another, { name: 'Ledgerly' })
})

test('does not replace a complete cached version with an incomplete one', async ({
  page,
  site: { server, deploy },
  guards,
}, testInfo) => {
  // The browser reports the missing script, and the import that needs it.
  guards.allow('console', /-next\.js/)
  guards.allow('page-errors', /Failed to fetch dynamically imported module/)
  await logIn(page, 'Admin, Professional', '/settings/api-tokens')
  const entry = await entryOf(page)
  await waitUntilCached(page, entry)
  const broken = testInfo.outputPath('broken')
  const newEntry = await makeNextVersion(broken, entry)
  const list = JSON.parse(await readFile(path.join(broken, 'offline-files.json'), 'utf8')) as {
    files: string[]
  }
  // Remove a script that the page needs, and that comes after the entry, so that the entry is cached before.
  await rm(path.join(broken, list.files.find((file) => /token-list-.*-next\.js$/.test(file)) ?? ''))
  deploy(broken)
  await page.reload()
  // The page reloads once before it shows this. Wait for the end of the reload before evaluating code in the page.
  await expect(page.getByText('This page could not be loaded')).toBeVisible()
  await expect.poll(() => isCached(page, newEntry)).toBe(true)

  await server.stop()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Add a token' })).toBeVisible()
  expect(await entryOf(page)).toBe(entry)
})

function entryOf(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLElement>('script[data-entry]')?.dataset.entry ?? '',
  )
}

/** Copies the build as if it were a new one: all scripts and the worker change, and no old file remains. */
async function makeNextVersion(folder: string, oldEntry: string): Promise<string> {
  await cp('dist/demo', folder, { recursive: true })
  const scripts = (await readdir(path.join(folder, 'assets'))).filter((name) => /\.js$/.test(name))
  const names = new RegExp(
    `(${scripts.map((name) => name.replace('.js', '')).join('|')})\\.js`,
    'g',
  )
  for (const file of await readdir(folder, { recursive: true })) {
    const from = path.join(folder, file)
    if (/\.(br|gz)$/.test(file)) await rm(from)
    if (!/\.(js|html|json)$/.test(file)) continue
    await writeFile(from, (await readFile(from, 'utf8')).replace(names, '$1-next.js'))
    await rename(from, from.replace(names, '$1-next.js'))
  }
  await appendFile(path.join(folder, 'mockServiceWorker.js'), '// The next version.\n')
  return oldEntry.replace(names, '$1-next.js')
}

/** Waits until all files are cached: the worker caches index.html last. */
async function waitUntilCached(page: Page, entry: string): Promise<void> {
  const cachedHtml = async () =>
    page.evaluate(async () => {
      const response = await caches.match(document.documentElement.dataset.base ?? '')
      return (await response?.text()) ?? ''
    })
  await expect.poll(cachedHtml).toContain(`"${entry}"`)
}

async function isCached(page: Page, file: string): Promise<boolean> {
  return page.evaluate(async (file) => !!(await caches.match(`/${file}`)), file)
}
