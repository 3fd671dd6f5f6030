import { appendFile, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Page } from '@playwright/test'

import { staticFiles } from '../../tools/staticFiles.ts'
import { expect, test as base } from '../kit/playwright.ts'
import { addToken, logIn } from './byHand.ts'
import { type OwnServer, serve } from './ownServer.ts'
import { inOwnBrowser, stopWorkers } from './stoppedWorkers.ts'

/** A server that can be stopped, which is to a browser what a cut network is, and what it serves. */
interface Place {
  server: OwnServer
  /** Puts another built folder in place of the one that is served. */
  deploy: (folder: string) => void
}

const test = base.extend<{ folder: string; place: Place }>({
  folder: ['/', { option: true }],
  place: async ({ folder }, use) => {
    const answerFrom = (built: string) => staticFiles(built, folder.replace(/\/$/, ''))
    let answer = answerFrom('dist/demo')
    const server = await serve((request, response) => answer(request, response))
    await use({
      server,
      deploy(built) {
        answer = answerFrom(built)
      },
    })
    await server.stop()
  },
  baseURL: async ({ place }, use) => use(place.server.origin),
})

for (const folder of ['/', '/edesk/']) {
  test.describe(`served under ${folder}`, () => {
    test.use({ folder })

    test('once opened, the demo works without a network, reload included', async ({ browser }) => {
      await inOwnBrowser(browser.browserType(), async (page) => {
        const server = await serve(staticFiles('dist/demo', folder.replace(/\/$/, '')))
        const address = `${server.origin}${folder}`
        await logIn(page, 'Admin, Professional', `${address}settings/api-tokens`)
        await kept(page, await entryOf(page))
        await server.stop()
        await expect(fetch(server.origin)).rejects.toThrow()

        await page.reload()
        await addToken(page)
        await page.reload()
        await page.getByRole('link', { name: 'ShipFast' }).click()
        await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()

        // Also after the browser has put the worker to sleep.
        await stopWorkers(page)
        await page.reload()
        await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()

        // Also in a browser whose last page has been closed, and at a page that was never opened before.
        const context = page.context()
        await page.close()
        const another = await context.newPage()
        await another.goto(`${address}help/api`)
        await expect(another.getByRole('heading', { level: 1 })).toBeVisible()
        await another.goto(address)
        await expect(another.getByRole('link', { name: 'ShipFast' })).toBeVisible()
      })
    })
  })
}

test('a new version is shown at once where there is a network, and works without one from then on', async ({
  page,
  context,
  place: { server, deploy },
}, testInfo) => {
  await logIn(page, 'Admin, Professional', '/settings/api-tokens')
  const oldEntry = await entryOf(page)
  await kept(page, oldEntry)
  const newEntry = await makeNextVersion(testInfo.outputPath('next'), oldEntry)
  deploy(testInfo.outputPath('next'))

  await page.reload()
  expect(await entryOf(page)).toBe(newEntry)
  // The page is on the worker of the old version still, while that of the new one waits.
  await addToken(page)
  await kept(page, newEntry)
  await expect.poll(() => isKept(page, oldEntry)).toBe(false)

  await server.stop()
  await page.reload()
  await expect(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
  expect(await entryOf(page)).toBe(newEntry)

  await server.startAgain()
  await page.close()
  const another = await context.newPage()
  await another.goto('/settings/api-tokens')
  await addToken(another, { name: 'Ledgerly' })
})

test('a version that is not there as a whole is not kept in place of one that is', async ({
  page,
  place: { server, deploy },
  guards,
}, testInfo) => {
  // The browser tells of the script that is not there, and so does what needs it.
  guards.allow('console', /-next\.js/)
  guards.allow('page-errors', /Failed to fetch dynamically imported module/)
  await logIn(page, 'Admin, Professional', '/settings/api-tokens')
  const entry = await entryOf(page)
  await kept(page, entry)
  const broken = testInfo.outputPath('broken')
  const newEntry = await makeNextVersion(broken, entry)
  const list = JSON.parse(await readFile(path.join(broken, 'offline-files.json'), 'utf8')) as {
    files: string[]
  }
  // The last one, so that all the others have been kept before; the page needs it.
  await rm(path.join(broken, list.files.findLast((file) => file.endsWith('-next.js')) ?? ''))
  deploy(broken)
  await page.reload()
  // The page reloads itself once before it says so: asked in between, it could not answer.
  await expect(page.getByText('This page could not be loaded')).toBeVisible()
  await expect.poll(() => isKept(page, newEntry)).toBe(true)

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

/** The same application as if it had been built anew: all its scripts and its worker are others, and nothing of the old is left. */
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

/** Waits until all files are there: the page, which asks for them, is the last one. */
async function kept(page: Page, entry: string): Promise<void> {
  const asksFor = async () =>
    page.evaluate(async () => {
      const answer = await caches.match(document.documentElement.dataset.base ?? '')
      return (await answer?.text()) ?? ''
    })
  await expect.poll(asksFor).toContain(`"${entry}"`)
}

async function isKept(page: Page, file: string): Promise<boolean> {
  return page.evaluate(async (file) => !!(await caches.match(`/${file}`)), file)
}
