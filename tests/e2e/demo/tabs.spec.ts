import { expect, pagesIn, test } from '#src/kit/playwright.ts'

import { createToken, openLink, openPanel } from './demoTab.ts'

test('two tabs can share a world as different people, and are reset together', async ({
  page,
  context,
}) => {
  const link = 'demo=tokens&demo.as=admin'
  await openLink(page, link)
  const other = await context.newPage()
  const [here, there] = [pagesIn(page), pagesIn(other)]

  await test.step('keep their own users, also after a reload', async () => {
    await openLink(other, 'demo=tokens&demo.as=agent')
    await other.reload()
    await page.reload()
    await expect(there.header.accountMenu).toHaveAccessibleName('Account of Sam Rivera')
    await expect(here.header.accountMenu).toHaveAccessibleName('Account of Alex Morgan')
    await there.accessGate.requestAdminAccess()
    await page.getByRole('link', { name: /^Users/ }).click()
    await expect(here.usersPage.accessRequests).toContainText('Sam Rivera')
    await page.goBack()
  })

  await test.step('a link joins the world of another open tab', async () => {
    await createToken(page, 'Mine')
    await openLink(other, link)
    for (const { tokenListPage } of [here, there]) {
      await expect(tokenListPage.nameLink('Mine')).toBeVisible()
    }
  })

  await test.step('Reset restores the scenario in every tab without a reload', async () => {
    for (const tab of [page, other]) {
      await tab.evaluate(() => (document.documentElement.lang = 'still the same document'))
    }
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Reset' }).click()
    await expect(here.tokenListPage.status).toContainText('back at its start')
    for (const tab of [page, other]) {
      const { tokenListPage } = pagesIn(tab)
      await expect(tokenListPage.names).toHaveCount(12)
      await expect(tokenListPage.nameLink('Mine')).toHaveCount(0)
      await expect(tab.locator('html')).toHaveAttribute('lang', 'still the same document')
    }
  })

  await test.step('without another open tab, a link starts a new world', async () => {
    await createToken(page, 'Mine')
    await expect(here.tokenListPage.nameLink('Mine')).toBeVisible()
    await other.close()
    await openLink(page, link)
    await expect(here.tokenListPage.names).toHaveCount(12)
    await expect(here.tokenListPage.nameLink('Mine')).toHaveCount(0)
  })
})
