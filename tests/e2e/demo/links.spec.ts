import type { Browser, Page } from '@playwright/test'

import { expect, type Guards, pagesIn, test } from '../../kit/playwright.ts'
import { openLink, stateOf } from './demoTab.ts'

test('a link opens a scenario at its page, with its person, and is taken off the address', async ({
  page,
}) => {
  await openLink(page, 'demo=tokens')
  const { tokenListPage, header } = pagesIn(page)
  await expect(tokenListPage.names).toHaveCount(12)
  await expect(header.accountMenu).toHaveAccessibleName('Account of Alex Morgan')
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'tokens')
})

test('a link works on any page, and leaves the rest of its address alone', async ({ page }) => {
  await openLink(page, 'sort=name&demo=tokens', '/settings/api-tokens')
  await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
  await expect(page).toHaveURL('/settings/api-tokens?sort=name')
})

test('a link names a person, a time and a fault', async ({ page }) => {
  const link = 'demo=many&demo.as=agent&demo.now=2026-12-31T23:59:50Z&demo.fault=createToken:503@1'
  await openLink(page, link)
  await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
  const state = await stateOf(page)
  expect(state).toMatchObject({
    scenario: 'many',
    as: 'agent@example.com',
    ownClock: true,
    faults: [{ operation: 'createToken', what: 503, when: { nth: 1 } }],
  })
  const waited = Date.parse(state.now) - Date.parse('2026-12-31T23:59:50Z')
  expect(waited).toBeGreaterThanOrEqual(0)
  expect(waited).toBeLessThan(60_000)
})

for (const transport of ['worker', 'page']) {
  test(`a link lets the first creation fail, and no other, where the backend runs in the ${transport}`, async ({
    page,
  }) => {
    const link = `demo=empty&demo.as=admin&demo.transport=${transport}&demo.fault=createToken:503@1&demo.latency=20`
    await openLink(page, link, '/settings/api-tokens/new')
    expect(await stateOf(page)).toMatchObject({ transport, latency: 20 })
    const { tokenFormPage, tokenKeyPage } = pagesIn(page)
    await tokenFormPage.fill()
    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toBeVisible()
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
  })
}

test('of a link with a value that does not exist nothing is applied, and the ones that do are told', async ({
  page,
}) => {
  await openLink(page, 'demo=tokns&demo.as=agent&demo.now=tomorrow&demo.fault=makeToken:503@1')
  const alert = page.getByRole('alert')
  for (const words of ['demo=tokns', 'demo.now=tomorrow', 'demo.fault=makeToken:503@1']) {
    await expect(alert).toContainText(words)
  }
  await expect(alert).not.toContainText('demo.as')
  await expect(alert).toContainText('storage-full')
  await expect(alert).toContainText('2026-12-31T23:59:50Z')
  await alert.getByText(/possible values/).click()
  await expect(alert.getByText('createToken', { exact: true })).toBeVisible()
  await expect(alert.getByRole('link', { name: 'All scenarios' })).toHaveAttribute('href', '/demo')
  expect(await stateOf(page)).toMatchObject({ world: 'plain', as: 'nobody', faults: [] })

  const { loginPage, tokenListPage } = pagesIn(page)
  await loginPage.accounts.first().click()
  await expect(tokenListPage.emptyNote).toBeVisible()
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect(alert).toHaveCount(0)
  await expect(tokenListPage.heading).toBeFocused()
})

test('a link gives the same picture in every browser, pixel by pixel', async ({
  browser,
  guards,
}) => {
  const pictures: Buffer[] = []
  for (let time = 0; time < 2; time += 1) {
    await inNewBrowser(browser, guards, async (page) => {
      await openLink(page, 'demo=tokens')
      await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
      await expect(page.getByRole('button', { name: /^Notices, \d+ unread$/ })).toBeVisible()
      pictures.push(await page.screenshot({ animations: 'disabled' }))
    })
  }
  expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(true)
})

test('a link gives the same new token with the same key in every browser', async ({
  browser,
  guards,
}) => {
  const keys: string[] = []
  for (let time = 0; time < 2; time += 1) {
    await inNewBrowser(browser, guards, async (page) => {
      await openLink(page, 'demo=empty&demo.as=admin', '/settings/api-tokens/new')
      const { tokenFormPage, tokenKeyPage } = pagesIn(page)
      await tokenFormPage.fill()
      await tokenFormPage.generate()
      keys.push(await tokenKeyPage.key())
    })
  }
  expect(keys[0]).toMatch(/^edesk_/)
  expect(keys[1]).toBe(keys[0])
})

async function inNewBrowser(
  browser: Browser,
  guards: Guards,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await guards.watch(context)
  await look(await context.newPage())
  await context.close()
}
