import { expect, test } from '../playwright.ts'

// Each of these does what no test may do. Its title begins with the guard that must fail it.

const key = `edesk_${'k'.repeat(36)}`

test.beforeEach(async ({ page, loginPage }) => {
  await page.goto('/login')
  await expect(loginPage.accounts).toHaveCount(3)
})

test('console: a warning', async ({ page }) => {
  await page.evaluate(() => console.warn('something is odd'))
})

test('page-errors: what nobody catches', async ({ page }) => {
  const thrown = page.waitForEvent('pageerror')
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('nobody catches this')
    })
  })
  await thrown
})

test('policy: a style in an attribute, and HTML from a text', async ({ page }) => {
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await page.evaluate(() => (document.body.innerHTML = '<p>Injected</p>')).catch(() => undefined)
})

test('other-hosts: a page of somebody else', async ({ page }) => {
  await page.goto('http://127.0.0.1:1/somewhere').catch(() => undefined)
})

test('contract: a request that does not fit', async ({ page, guards }) => {
  guards.allowStatuses(422)
  const body = '{"email": 7}'
  await page.evaluate(
    (sent) =>
      fetch('/api/session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: sent,
      }),
    body,
  )
})

test('contract: an answer that does not fit', async ({ page }) => {
  await page.evaluate(() => {
    const detail = {
      method: 'GET',
      path: '/api/plan',
      operation: 'getPlan',
      status: 200,
      fault: null,
      mismatches: [{ in: 'answer', detail: 'plan is missing' }],
    }
    dispatchEvent(new CustomEvent('edesk-demo-exchange', { detail }))
  })
})

test('keys: in a field, the title and the page', async ({ page, loginPage }) => {
  await loginPage.email.fill(key)
  await page.evaluate((text) => (document.title = text), key)
})

test('keys: in a storage, on the way', async ({ page }) => {
  await page.evaluate((text) => sessionStorage.setItem('kept', text), key)
  await page.evaluate(() => history.pushState({}, '', '/nowhere'))
  await page.evaluate(() => sessionStorage.clear())
})

test('keys: in a database', async ({ page }) => {
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('leaky', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
        opening.onsuccess = () => {
          const store = opening.result.transaction('kept', 'readwrite').objectStore('kept')
          store.put(text, 'key').onsuccess = () => resolve()
        }
      }),
    key,
  )
})

test('keys: in an address that is asked for', async ({ page }) => {
  await page.evaluate((text) => fetch(`/favicon.svg?key=${text}`), key)
})

test('keys: in the console', async ({ page }) => {
  await page.evaluate((text) => console.info(text), key)
})
