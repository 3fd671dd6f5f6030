import { expect, pagesIn, test } from '../../kit/playwright.ts'
import { makeToken, openLink, openPanel } from './demoTab.ts'

test('two tabs of one world are two people, side by side, also after a reload', async ({
  page,
  context,
}) => {
  await openLink(page, 'demo=tokens&demo.as=admin')
  const other = await context.newPage()
  await openLink(other, 'demo=tokens&demo.as=agent')
  await other.reload()
  await page.reload()
  await expect(pagesIn(other).header.accountMenu).toHaveAccessibleName('Account of Sam Rivera')
  await expect(pagesIn(page).header.accountMenu).toHaveAccessibleName('Account of Alex Morgan')
  await other.getByRole('button', { name: 'Request Admin access' }).click()
  await page.getByRole('link', { name: /^Users/ }).click()
  const requests = page.getByRole('region', { name: /requests/i })
  await expect(requests).toContainText('Sam Rivera')
})

test('a link joins the world that another tab is in; without one, it begins anew', async ({
  page,
  context,
}) => {
  await openLink(page, 'demo=empty&demo.as=admin')
  await makeToken(page, 'Mine')
  const other = await context.newPage()
  await openLink(other, 'demo=empty&demo.as=admin')
  await expect(pagesIn(other).tokenListPage.nameLink('Mine')).toBeVisible()
  await other.close()
  await openLink(page, 'demo=empty&demo.as=admin')
  await expect(pagesIn(page).tokenListPage.emptyNote).toBeVisible()
})

test('Reset brings every tab back, without a reload', async ({ page, context }) => {
  await openLink(page, 'demo=tokens&demo.as=admin')
  const other = await context.newPage()
  await openLink(other, 'demo=tokens&demo.as=admin')
  await makeToken(page, 'Mine')
  for (const tab of [page, other]) {
    await expect(pagesIn(tab).tokenListPage.nameLink('Mine')).toBeVisible()
    await tab.evaluate(() => (document.documentElement.lang = 'still the same document'))
  }
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Reset' }).click()
  await expect(pagesIn(page).tokenListPage.status).toContainText('as the scenario begins')
  for (const tab of [page, other]) {
    await expect(pagesIn(tab).tokenListPage.names).toHaveCount(12)
    await expect(pagesIn(tab).tokenListPage.nameLink('Mine')).toHaveCount(0)
    await expect(tab.locator('html')).toHaveAttribute('lang', 'still the same document')
  }
})
