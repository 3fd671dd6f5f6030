import type { Browser, Page } from '@playwright/test'

import { expect, type Guards, pagesIn, test } from '#src/kit/playwright.ts'

import { openLink, stateOf } from './demoTab.ts'

test('a link opens its scenario on any page, keeps other parameters, and reports invalid values', async ({
  page,
}) => {
  const { tokenListPage, loginPage, header } = pagesIn(page)

  await test.step('a link with invalid values', async () => {
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
    await expect(alert.getByRole('link', { name: 'All scenarios' })).toHaveAttribute(
      'href',
      '/demo',
    )
    expect(await stateOf(page)).toMatchObject({ world: 'plain', as: 'nobody', faults: [] })

    await loginPage.accounts.first().click()
    await expect(tokenListPage.emptyNote).toBeVisible()
    await alert.getByRole('button', { name: 'Dismiss' }).click()
    await expect(alert).toHaveCount(0)
    await expect(tokenListPage.heading).toBeFocused()
  })

  await test.step('a scenario on its first page', async () => {
    await openLink(page, 'demo=tokens')
    await expect(tokenListPage.names).toHaveCount(12)
    await expect(header.accountMenu).toHaveAccessibleName('Account of Alex Morgan')
    await expect(page).toHaveURL('/settings/api-tokens')
    await expect(page.locator('html')).toHaveAttribute('data-demo-ready', 'tokens')
  })

  await test.step('a scenario on another page', async () => {
    await openLink(page, 'sort=name&demo=tokens', '/settings/api-tokens')
    await expect(tokenListPage.names).toHaveCount(12)
    await expect(page).toHaveURL('/settings/api-tokens?sort=name')
  })
})

test('a link makes only the first creation fail, with the backend in the worker and in the page', async ({
  page,
}) => {
  const { tokenFormPage, tokenKeyPage } = pagesIn(page)
  for (const transport of ['worker', 'page']) {
    await test.step(transport, async () => {
      const link = `demo=empty&demo.as=admin&demo.transport=${transport}&demo.fault=createToken:503@1&demo.latency=20`
      await openLink(page, link, '/settings/api-tokens/new')
      expect(await stateOf(page)).toMatchObject({ transport, latency: 20 })
      await tokenFormPage.fill()
      await tokenFormPage.generate()
      await expect(tokenFormPage.alert).toBeVisible()
      await tokenFormPage.generate()
      await expect(tokenKeyPage.heading).toBeVisible()
    })
  }
})

test('a link leads to the same page and the same new key in every browser', async ({
  browser,
  guards,
}) => {
  const pages = [await pageOfNewBrowser(browser, guards), await pageOfNewBrowser(browser, guards)]
  // At once: pages that open a minute apart always show different times.
  await Promise.all(
    pages.map(async (page) => {
      await openLink(page, 'demo=tokens')
      await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
      await expect(page.getByRole('button', { name: /^Notices, \d+ unread/ })).toBeVisible()
    }),
  )
  const [one, other] = pages.map((page) => () => snapshotOf(page))
  const areTheSame = async () => (await one?.()) === (await other?.())
  await expect.poll(areTheSame, 'the same once everything is loaded').toBe(true)

  const keys: string[] = []
  for (const page of pages) {
    const { tokenListPage, tokenFormPage, tokenKeyPage } = pagesIn(page)
    await tokenListPage.addToken()
    await tokenFormPage.fill({ name: 'Made here' })
    await tokenFormPage.generate()
    keys.push(await tokenKeyPage.key())
    await page.context().close()
  }
  expect(keys[0]).toMatch(/^edesk_/)
  expect(keys[1]).toBe(keys[0])
})

async function pageOfNewBrowser(browser: Browser, guards: Guards): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await guards.watch(context)
  return context.newPage()
}

/** Returns the text, structure and pixels of a page, except for the pixels of the times. */
async function snapshotOf(page: Page): Promise<string> {
  const text = await page.locator('body').ariaSnapshot()
  // Chromium's dotted underline below a time can start at different pixels.
  const clip = { x: 0, y: 0, width: 830, height: 800 }
  const screenshot = await page.screenshot({ animations: 'disabled', clip })
  return text + screenshot.toString('base64')
}
