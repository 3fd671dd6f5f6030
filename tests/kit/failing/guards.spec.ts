import { expect, test } from '../playwright.ts'

// Each of these does what no test may do; its title names the guard that must fail it.

const key = `edesk_${'k'.repeat(36)}`

test.beforeEach(async ({ loginPage, page }) => {
  await page.goto('/login')
  await expect(loginPage.heading).toBeVisible()
})

test('console', async ({ page }) => {
  await page.evaluate(() => console.warn('something is odd'))
})

test('page-errors', async ({ page }) => {
  await page.evaluate(() => setTimeout(() => queueMicrotask(() => undefinedFunction())))
  await page.waitForEvent('pageerror')
  function undefinedFunction(): void {}
})

test('policy', async ({ page }) => {
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await page.evaluate(() => (document.body.innerHTML = '<p>Injected</p>')).catch(() => undefined)
})

test('other-hosts', async ({ page, guards }) => {
  guards.allow('console')
  guards.allow('policy')
  await page.goto('http://127.0.0.1:1/somewhere').catch(() => undefined)
})

test('keys in a page', async ({ page, loginPage }) => {
  await loginPage.email.fill(key)
  await page.evaluate((text) => (document.title = text), key)
})

test('keys on the way', async ({ page }) => {
  await page.evaluate((text) => sessionStorage.setItem('kept', text), key)
  await page.evaluate(() => history.pushState({}, '', '/nowhere'))
  await page.evaluate(() => sessionStorage.clear())
})

test('keys in a request', async ({ page }) => {
  await page.evaluate((text) => fetch(`/favicon.svg?key=${text}`), key)
})
