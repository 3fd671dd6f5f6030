import { expect, test } from '#src/kit/playwright.ts'

// These tests do what the guards forbid. Each of them must fail.

const key = `edesk_${'k'.repeat(36)}`

test.beforeEach(async ({ page, loginPage }) => {
  await page.goto('/login')
  await expect(loginPage.accounts).toHaveCount(3)
})

test('one violation', async ({ page }) => {
  await page.evaluate(() => console.warn('something is odd'))
})

test('a violation for each guard', async ({ page, context, loginPage, guards }) => {
  await test.step('console', () => page.evaluate(() => console.warn('something is odd')))

  await test.step('page-errors', async () => {
    const thrown = page.waitForEvent('pageerror')
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('nobody catches this')
      })
    })
    await thrown
  })

  await test.step('policy: an inline style, and HTML from a string', async () => {
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
    await page.evaluate(() => (document.body.innerHTML = '<p>Injected</p>')).catch(() => undefined)
  })

  await test.step('other-hosts: a page of another host', async () => {
    const other = await context.newPage()
    await other.goto('http://127.0.0.1:1/somewhere').catch(() => undefined)
  })

  await test.step('contract: a request that violates the contract', async () => {
    guards.allowStatuses(422)
    await page.evaluate(
      (body) =>
        fetch('/api/session', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        }),
      '{"email": 7}',
    )
  })

  await test.step('contract: a response that violates the contract', () =>
    page.evaluate(() => {
      const detail = {
        method: 'GET',
        path: '/api/plan',
        operation: 'getPlan',
        status: 200,
        fault: null,
        mismatches: [{ in: 'answer', detail: 'plan is missing' }],
      }
      dispatchEvent(new CustomEvent('edesk-demo-exchange', { detail }))
    }))

  await test.step('keys: in the URL of a request, and in the console', async () => {
    await page.evaluate((text) => fetch(`/favicon.svg?key=${text}`), key)
    await page.evaluate((text) => console.info(text), key)
  })

  await test.step('keys: in a storage, removed before the test ends', async () => {
    await page.evaluate((text) => sessionStorage.setItem('kept', text), key)
    await page.evaluate(() => history.pushState({}, '', '/nowhere'))
    await page.evaluate(() => sessionStorage.clear())
  })

  await test.step('keys: in a database', () =>
    page.evaluate(
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
    ))

  await test.step('keys: in a field, in the title and in the page', async () => {
    await loginPage.email.fill(key)
    await page.evaluate((text) => (document.title = text), key)
  })
})
