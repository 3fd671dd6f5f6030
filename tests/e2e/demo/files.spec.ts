import { expect, pagesIn, test } from '#src/kit/playwright.ts'

import { createToken, openLink, openPanel, panelOf, tokenIds } from './demoTab.ts'

test('a copied link and an exported file restore the data in another browser', async ({
  page,
  browser,
  guards,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = async ([item]) => {
      document.body.dataset.copied = await (await item?.getType('text/plain'))?.text()
    }
  })
  await test.step('without a scenario, warns that the link is not exact', async () => {
    await openLink(page, '')
    await createToken(page, 'Made in the plain world')
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Copy link' }).click()
    await expect(pagesIn(page).loginPage.status).toContainText('with other ids and keys')
  })
  await openLink(page, 'demo=tokens&demo.as=admin&demo.panel=open')
  await createToken(page, 'Made here')
  const ids = await tokenIds(page)
  await panelOf(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(pagesIn(page).tokenListPage.status).toContainText('restores exactly')
  const link = (await page.locator('body').getAttribute('data-copied')) ?? ''
  expect(link).toMatch(/\/settings\/api-tokens\?demo=tokens&/)
  const downloading = page.waitForEvent('download')
  await panelOf(page).getByRole('button', { name: 'Export' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('edesk-demo-tokens-2026-11-24.json')
  const file = await download.path()

  // A new browser profile.
  const context = await browser.newContext()
  await guards.watch(context)
  const other = await context.newPage()
  await test.step('from a file, which can also be replayed', async () => {
    await openLink(other, '', '/demo')
    await openPanel(other)
    await panelOf(other).getByLabel('Import').setInputFiles(file)
    await expect(pagesIn(other).tokenListPage.nameLink('Made here')).toBeVisible()
    expect(await tokenIds(other)).toEqual(ids)
    await panelOf(other).getByRole('button', { name: 'Replay' }).click()
    await expect(panelOf(other)).toContainText(/replayed, with the same/)
  })
  await test.step('from a link', async () => {
    await other.goto(link)
    await expect(other.locator('html')).toHaveAttribute('data-demo-ready', 'tokens')
    await expect(pagesIn(other).tokenListPage.nameLink('Made here')).toBeVisible()
    expect(await tokenIds(other)).toEqual(ids)
    await expect(panelOf(other)).toBeVisible()
  })
  await context.close()
})
