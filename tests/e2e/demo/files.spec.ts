import type { Browser, Page } from '@playwright/test'

import { expect, type Guards, pagesIn, test } from '../../kit/playwright.ts'
import { makeToken, openLink, openPanel, panelOf, tokenIds } from './demoTab.ts'

test('Copy link copies an address that brings back elsewhere what was made', async ({
  page,
  browser,
  guards,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = async ([item]) => {
      document.body.dataset.copied = await (await item?.getType('text/plain'))?.text()
    }
  })
  await openLink(page, 'demo=empty&demo.as=admin&demo.panel=open')
  await makeToken(page, 'Made here')
  await panelOf(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(pagesIn(page).tokenListPage.status).toContainText('brings back exactly')
  const link = (await page.locator('body').getAttribute('data-copied')) ?? ''
  expect(link).toMatch(/\/settings\/api-tokens\?demo=empty&/)
  const ids = await tokenIds(page)
  await elsewhere(browser, guards, async (other) => {
    await other.goto(link)
    await expect(pagesIn(other).tokenListPage.nameLink('Made here')).toBeVisible()
    expect(await tokenIds(other)).toEqual(ids)
    await expect(panelOf(other)).toBeVisible()
  })
})

test('Copy link says so where a link cannot be exact', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.resolve()
  })
  await openLink(page, '')
  await makeToken(page, 'Made in the plain world')
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Copy link' }).click()
  await expect(pagesIn(page).loginPage.status).toContainText('but not exactly')
})

test('Copy link gives the address to copy by hand where the clipboard refuses', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('refused'))
  })
  await openLink(page, 'demo=tokens&demo.panel=open')
  await panelOf(page).getByRole('button', { name: 'Copy link' }).click()
  const field = panelOf(page).getByRole('textbox', { name: /cannot be used here/ })
  await expect(field).toHaveValue(/\/settings\/api-tokens\?demo=tokens/)
  await expect(field).toBeFocused()
})

test('what was exported is there again where it is imported, and comes out the same when it is done again', async ({
  page,
  browser,
  guards,
}) => {
  await openLink(page, 'demo=tokens&demo.as=admin')
  await makeToken(page, 'Made here')
  const panel = await openPanel(page)
  const downloading = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Export' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('edesk-demo-tokens-2026-11-24.json')
  const file = await download.path()
  const ids = await tokenIds(page)
  await elsewhere(browser, guards, async (other) => {
    await openLink(other, '', '/demo')
    await openPanel(other)
    await panelOf(other).getByLabel('Import').setInputFiles(file)
    await expect(pagesIn(other).tokenListPage.nameLink('Made here')).toBeVisible()
    expect(await tokenIds(other)).toEqual(ids)
    await panelOf(other).getByRole('button', { name: 'Replay' }).click()
    await expect(panelOf(other)).toContainText(/done again, and came out the same/)
  })
})

test('a replay tells what came out differently', async ({ page }) => {
  await openLink(page, 'demo=tokens&demo.as=admin&demo.panel=open')
  await makeToken(page, 'Made here')
  const file = await page.evaluate(() => window.edeskDemo?.export())
  const told = file?.exchanges.map((exchange) =>
    exchange.operation === 'createToken' ? { ...exchange, status: 200 } : exchange,
  )
  const buffer = Buffer.from(JSON.stringify({ ...file, exchanges: told }))
  await panelOf(page)
    .getByLabel('Import')
    .setInputFiles({ name: 'report.json', mimeType: 'application/json', buffer })
  await panelOf(page).getByRole('button', { name: 'Replay' }).click()
  await expect(panelOf(page)).toContainText('1 came out differently')
  await expect(panelOf(page)).toContainText('POST /api/tokens: 200 then, 201 now')
})

test('a file that cannot be imported is told in words, and nothing changes', async ({ page }) => {
  await openLink(page, 'demo=tokens&demo.panel=open')
  for (const [text, words] of [
    ['{"format": ', 'It is no JSON'],
    ['{"format": "other"}', 'no file that a demo was exported to'],
  ] as const) {
    await panelOf(page)
      .getByLabel('Import')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect(panelOf(page).getByRole('alert')).toContainText(words)
  }
  await expect(pagesIn(page).tokenListPage.names).toHaveCount(12)
})

/** In a browser that has never been here. */
async function elsewhere(
  browser: Browser,
  guards: Guards,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext()
  await guards.watch(context)
  await look(await context.newPage())
  await context.close()
}
