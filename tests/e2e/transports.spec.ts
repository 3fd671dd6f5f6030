import { createHash } from 'node:crypto'

import type { Page } from '@playwright/test'

import { expect, pagesIn, test } from '#src/kit/playwright.ts'

import { addToken, logIn } from './loginPageSteps.ts'
import { expectWorker, inNewBrowser, stopWorkers } from './workerControl.ts'

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('runs the backend in a service worker from the build', async ({
    page,
    request,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await expectWorker(page)
    const file = await request.get('/mockServiceWorker.js')
    expect(file.headers()['cache-control']).toBe('no-cache')
  })

  test('runs the backend in the page after a hard reload, which bypasses the worker', async ({
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

  test('answers XMLHttpRequest as it answers fetch, in the worker and in the page', async ({
    page,
    tokenListPage,
    guards,
  }) => {
    guards.allowStatuses(401, 404)
    await tokenListPage.open()
    for (const bypassesWorker of [false, true]) {
      if (bypassesWorker) {
        const devTools = await page.context().newCDPSession(page)
        await devTools.send('Page.reload', { ignoreCache: true })
        await expect(tokenListPage.emptyNote).toBeVisible()
        expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
      }
      for (const path of ['/v1/whoami', '/v1//tags', '/api/session']) {
        const answers = await page.evaluate(sendBothWays, path)
        expect(answers.byXhr).toEqual(answers.byFetch)
        expect(answers.byFetch.type).toMatch(/json/)
      }
    }
  })

  test.describe('if developer tools make requests bypass the worker', () => {
    async function bypassWorker(page: Page): Promise<() => number> {
      const devTools = await page.context().newCDPSession(page)
      await devTools.send('Network.enable')
      await devTools.send('Network.setBypassServiceWorker', { bypass: true })
      let loads = 0
      page.on('load', () => (loads += 1))
      return () => loads
    }

    test('runs the backend in the page after a reload', async ({ page, tokenListPage }) => {
      await tokenListPage.open()
      await expect(tokenListPage.emptyNote).toBeVisible()
      const loads = await bypassWorker(page)
      await page.reload()
      await addToken(page)
      expect(loads()).toBe(1)
    })

    test('runs the backend in the page from the first visit on', async ({
      page,
      tokenListPage,
      guards,
    }) => {
      guards.allowStatuses(404)
      const loads = await bypassWorker(page)
      await logIn(page, 'Admin, Professional')
      await addToken(page)
      await page.reload()
      await expect(tokenListPage).toListToken({ name: 'ShipFast' })
      expect(loads()).toBe(2)
    })

    test('continues in the page without a reload', async ({ page, tokenListPage, guards }) => {
      guards.allowStatuses(404)
      await tokenListPage.open()
      await expect(tokenListPage.emptyNote).toBeVisible()
      const loads = await bypassWorker(page)
      await addToken(page)
      expect(loads()).toBe(0)
    })
  })

  test.describe('without a service worker', () => {
    test.use({ backend: 'page' })

    test('runs the backend in the page', async ({ page, tokenListPage }) => {
      await tokenListPage.open()
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
      await addToken(page)
      await page.reload()
      await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    })
  })
})

test('restarts a worker that the browser has stopped', async ({ browser }) => {
  await inNewBrowser(browser.browserType(), async (page) => {
    await logIn(page, 'Admin, Professional')
    await stopWorkers(page)
    await addToken(page)
  })
})

test('creates one token when the worker is killed during the request', async ({ browser }) => {
  await inNewBrowser(browser.browserType(), async (page) => {
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

test('runs the backend in the page in a browser without service workers', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await logIn(page, 'Admin, Professional')
  await addToken(page)
})

test('runs the backend in the page if the service worker does not restart in time', async ({
  page,
  guards,
}) => {
  // Until then, requests of the page reach the static server.
  guards.allowStatuses(404)
  await logIn(page, 'Admin, Professional')
  // MSW unregisters the old worker first.
  await page.evaluate(() => {
    ServiceWorkerRegistration.prototype.unregister = () => Promise.withResolvers<never>().promise
    // The page waits five seconds for the worker, which is as long as a test waits for an element.
    const realTimeout = window.setTimeout.bind(window)
    window.setTimeout = ((callback: () => void, ms?: number) =>
      realTimeout(callback, ms === 5_000 ? 100 : ms)) as typeof window.setTimeout
    const realFetch = window.fetch.bind(window)
    // As from the static server, without the worker: the page then restarts the backend.
    window.fetch = async () => {
      window.fetch = realFetch
      return new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
    }
  })
  await addToken(page)
})

test('restarts the backend after the site data is cleared while the page is open', async ({
  page,
  context,
  demoUrl,
  guards,
  loginPage,
  ticketListPage,
}) => {
  // A pending request may fail because its data is gone.
  guards.allowStatuses(401, 404, 503)
  await logIn(page, 'Admin, Professional')
  await expect(page.getByText('No API tokens yet')).toBeVisible()
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: demoUrl, storageTypes: 'all' })
  // The page may already have noticed, and show the login page.
  await page.getByRole('link', { name: 'Tickets' }).or(loginPage.heading).click()
  // Either result is right, but not a response of the static server, and not a blank page.
  await expect(loginPage.heading.or(ticketListPage.table)).toBeVisible()
})

test('shows the list before the service worker has started, and then sends a change through it', async ({
  page,
  tokenListPage,
}) => {
  await page.addInitScript(() => {
    const { serviceWorker } = navigator
    const register = serviceWorker.register.bind(serviceWorker)
    const start = new Promise((resolve) => addEventListener('start-worker', resolve))
    serviceWorker.register = async (...options) => {
      await start
      return register(...options)
    }
  })
  await page.goto('/settings/api-tokens?demo=tokens&demo.as=admin')
  await expect(tokenListPage.row('ShipFast')).toBeVisible()
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await page.evaluate(() => dispatchEvent(new Event('start-worker')))
  await tokenListPage.deleteToken('ShipFast')
  await expect(tokenListPage.row('ShipFast')).toBeHidden()
  await expectWorker(page)
})

test('paints the shell before the backend is ready', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.route(/assets\/mock-.*\.js$/, () => undefined)
  await page.goto('/')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('main')).toBeVisible()
})

test('sends the page with its security headers, and works with them', async ({
  page,
  request,
  guards,
}) => {
  expect(guards).toBeDefined()
  const response = await request.get('/')
  const headers = response.headers()
  const inline = [...(await response.text()).matchAll(/<script[^>]*>([^]*?)<\/script>/g)]
  const hashes = inline.map(([, text = '']) => createHash('sha256').update(text).digest('base64'))
  const policy = headers['content-security-policy'] ?? ''
  for (const part of [
    "default-src 'none'",
    // The boot script is the only inline script.
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
  expect(theme, 'the theme is applied').not.toBe('')
})

test('responds with 404 to missing files and API paths instead of index.html', async ({
  request,
  guards,
}) => {
  guards.allow('tools')
  for (const path of ['/api/tokens', '/assets/gone.js', '/v1/tickets']) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    expect(response.headers()['content-type']).toContain('text/plain')
  }
})

/** Runs in the page: sends a request with `fetch` and with `XMLHttpRequest`. */
async function sendBothWays(path: string) {
  const response = await fetch(path)
  const byFetch = {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  }
  const request = new XMLHttpRequest()
  request.open('GET', path)
  await new Promise((resolve) => {
    request.addEventListener('loadend', resolve)
    request.send()
  })
  const byXhr = {
    status: request.status,
    type: request.getResponseHeader('content-type'),
    text: request.responseText,
  }
  return { byFetch, byXhr }
}
