import { createHash } from 'node:crypto'

import { expect, pagesIn, test } from '../kit/playwright.ts'
import { addToken, logIn } from './byHand.ts'
import { inOwnBrowser, stopWorkers } from './stoppedWorkers.ts'

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('the backend runs in a service worker, whose file comes with the build', async ({
    page,
    request,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain(
      '/mockServiceWorker.js',
    )
    const file = await request.get('/mockServiceWorker.js')
    expect(file.headers()['cache-control']).toBe('no-cache')
  })

  test('a page that was reloaded past its worker is not reloaded again: the backend runs in it', async ({
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await expect(tokenListPage.emptyNote).toBeVisible()
    let loads = 0
    page.on('load', () => (loads += 1))
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Page.reload', { ignoreCache: true })
    await addToken(page)
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    expect(loads).toBe(1)
  })

  test.describe('where no worker can run', () => {
    test.use({ backend: 'page' })

    test('the backend runs in the page, and everything works', async ({ page, tokenListPage }) => {
      await tokenListPage.open()
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
      await addToken(page)
      await page.reload()
      await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    })
  })
})

test('a worker that the browser has stopped comes back by itself', async ({ browser }) => {
  await inOwnBrowser(browser.browserType(), async (page) => {
    await logIn(page, 'Admin, Professional')
    await stopWorkers(page)
    await addToken(page)
  })
})

test('a worker that is killed in the middle of a creation makes one token', async ({ browser }) => {
  await inOwnBrowser(browser.browserType(), async (page) => {
    const { tokenListPage, tokenFormPage, tokenKeyPage } = pagesIn(page)
    await logIn(page, 'Admin, Professional')
    await tokenListPage.addToken()
    await tokenFormPage.fill()
    const generating = tokenFormPage.generate()
    await stopWorkers(page)
    await generating
    const { heading } = tokenKeyPage
    await expect(heading.or(tokenFormPage.alert)).toBeVisible()
    if (!(await heading.isVisible())) await tokenFormPage.generate()
    await tokenKeyPage.copy()
    await tokenKeyPage.returnToList()
    await expect(tokenListPage.nameLink('ShipFast')).toHaveCount(1)
    await expect(tokenListPage.names).toHaveCount(1)
  })
})

test('a browser without service workers at all is served in the page', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await logIn(page, 'Admin, Professional')
  await addToken(page)
})

test('site data that are cleared while the page is open: the backend starts again, and one can go on', async ({
  page,
  context,
  demoUrl,
  guards,
  loginPage,
  ticketListPage,
}) => {
  // A request that was under way is told that its data are gone.
  guards.allowStatuses(401, 404, 503)
  await logIn(page, 'Admin, Professional')
  await expect(page.getByText('No API tokens yet')).toBeVisible()
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: demoUrl, storageTypes: 'all' })
  // The page may have found out by itself already: then there is nothing left to go on from.
  await page.getByRole('link', { name: 'Tickets' }).or(loginPage.heading).click()
  // Either at once, or after logging in again: never the static server's answer, never a blank page.
  await expect(loginPage.heading.or(ticketListPage.table)).toBeVisible()
})

test('the shell is painted before the backend is there', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.route(/assets\/browser-.*\.js$/, () => undefined)
  await page.goto('/')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('main')).toBeVisible()
})

test('the page is sent with its policy, and the policy holds', async ({
  page,
  request,
  guards,
}) => {
  expect(guards).toBeDefined()
  const answer = await request.get('/')
  const headers = answer.headers()
  const inline = [...(await answer.text()).matchAll(/<script[^>]*>([^]*?)<\/script>/g)]
  const hashes = inline.map(([, text = '']) => createHash('sha256').update(text).digest('base64'))
  const policy = headers['content-security-policy'] ?? ''
  for (const part of [
    "default-src 'none'",
    // The script that finds out where the application is served, and nothing else that is not in a file.
    `script-src 'self' 'sha256-${hashes.join('|')}'`,
    "style-src-elem 'self'",
    "style-src-attr 'none'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types edesk',
  ]) {
    expect(policy.split('; ')).toContain(part)
  }
  expect(policy).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  })

  await page.goto('/login')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const theme = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--v-theme-primary'),
  )
  expect(theme, 'the theme has got through').not.toBe('')
})

test('what is not there is not answered with the application', async ({ request }) => {
  for (const address of ['/api/tokens', '/assets/gone.js', '/v1/tickets']) {
    const answer = await request.get(address)
    expect(answer.status(), address).toBe(404)
    expect(answer.headers()['content-type']).toContain('text/plain')
  }
})
