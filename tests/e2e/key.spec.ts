import { chromium } from '@playwright/test'

import { expect, type Pages, pagesIn, test } from '#src/kit/playwright.ts'

import { findFullBrowser } from '../../tools/programs/chromium.mjs'

test.use({ as: 'admin' })

/** Fills in the form and generates the token. Returns its key. */
async function generate(
  { tokenFormPage, tokenKeyPage }: Pages,
  name = 'ShipFast',
): Promise<string> {
  await tokenFormPage.fill({ name })
  await tokenFormPage.generate()
  return tokenKeyPage.key()
}

test('shows the key only once: not after Back, a reload or in another tab', async ({
  demo,
  page,
  tokenListPage,
  tokenDetailsPage,
}) => {
  await tokenListPage.open()
  await tokenListPage.addToken()
  const key = await generate(demo)
  const path = new URL(page.url()).pathname

  const second = await demo.as('admin', path)
  await expect(second.tokenDetailsPage.heading).toHaveText('ShipFast')
  await expect(second.page.getByText('cannot be shown again')).toBeVisible()
  await expect(second.tokenKeyPage.heading).toHaveCount(0)

  await page.reload()
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
  await page.goBack()
  await expect(tokenListPage.heading).toBeVisible()
  await page.goForward()
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
  await expect(page).toHaveLeftNoTraceOf(key)
})

test('leaves no trace of the key in URLs, history, storage, databases, caches, stores, names or elements', async ({
  demo,
  page,
  context,
  tokenListPage,
  tokenFormPage,
  tokenKeyPage,
}) => {
  await tokenFormPage.open()
  const key = await generate(demo)
  await expect(page).toHaveLeftNoTraceOf(key, { whileShown: true })
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(tokenListPage.nameLink('ShipFast')).toBeVisible()
  await expect(context).toHaveLeftNoTraceOf(key)
  expect(await page.content(), 'the last four characters are public').toContain(key.slice(-4))
})

test('copies the key to the clipboard', async ({
  demo,
  guards,
  tokenListPage,
  tokenFormPage,
  tokenKeyPage,
}) => {
  guards.allow('keys', /at \/settings\/api-tokens\/new/)
  await tokenFormPage.open()
  const key = await generate(demo)
  await tokenKeyPage.copy()
  await expect(tokenKeyPage.copiedButton).toBeVisible()
  await tokenKeyPage.returnToList()
  await tokenListPage.addToken()
  await tokenFormPage.name.press('ControlOrMeta+V')
  await expect(tokenFormPage.name).toHaveValue(key)
})

test('does not restore the key from the back/forward cache', async ({
  demoUrl,
  guards,
  launchOptions,
}) => {
  const executablePath = await findFullBrowser()
  test.skip(
    executablePath === undefined,
    'Only a full Chromium has a back/forward cache. To install one: npm run setup',
  )
  const browser = await chromium.launch({
    ...launchOptions,
    ...(executablePath === undefined ? {} : { executablePath }),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  // Without a worker: a worker that is answering a request would evict the page from the cache.
  const context = await browser.newContext({ baseURL: demoUrl, serviceWorkers: 'block' })
  await guards.watch(context)
  guards.allow('console', /favicon\.ico/)
  const page = await context.newPage()
  await page.addInitScript(() =>
    addEventListener('pageshow', (event) => {
      if (event.persisted) document.documentElement.dataset.restored = 'yes'
    }),
  )
  const pages = pagesIn(page)
  await pages.tokenFormPage.open()
  await pages.loginPage.logInAs('Admin, Professional')
  const key = await generate(pages)
  await pages.tokenKeyPage.copy()
  await page.goto('/favicon.svg')
  // A page restored from the cache fires no load event.
  await page.goBack({ waitUntil: 'commit' })
  await expect(pages.tokenDetailsPage.heading).toHaveText('ShipFast')
  await expect(page).toHaveLeftNoTraceOf(key)
  await expect(pages.tokenKeyPage.heading).toHaveCount(0)
  await expect(page.locator('html'), 'the page was restored from the cache').toHaveAttribute(
    'data-restored',
    'yes',
  )
  await browser.close()
})
