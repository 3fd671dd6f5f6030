import { expect, pagesIn, test } from '#src/kit/playwright.ts'

test.use({ scenario: 'tokens', as: 'admin' })

test('opens a link of the page in a new tab as the same person', async ({
  page,
  context,
  tokenListPage,
  demo,
}) => {
  await tokenListPage.open()
  const opened = context.waitForEvent('page')
  await tokenListPage.nameLink('ShipFast').click({ button: 'middle' })
  const tab = await opened
  await expect(pagesIn(tab).tokenDetailsPage.heading).toHaveText('ShipFast')
  await expect(pagesIn(tab).header.accountMenu).toHaveAccessibleName('Account of Alex Morgan')

  // After another person was active, the tab that is used last decides.
  const agent = await demo.as('agent', '/tickets')
  await expect(agent.header.accountMenu).toHaveAccessibleName('Account of Sam Rivera')
  const copied = await context.newPage()
  await copied.goto('/tickets')
  await expect(pagesIn(copied).header.accountMenu).toHaveAccessibleName('Account of Sam Rivera')
  await page.getByRole('heading', { level: 1 }).click()
  const last = await context.newPage()
  await last.goto('/settings/api-tokens')
  await expect(pagesIn(last).tokenListPage.nameLink('ShipFast')).toBeVisible()
})
