import { expect, test } from '#src/kit/playwright.ts'

test.use({ scenario: 'tokens', as: 'admin' })

test('shows in another tab that a token now expires earlier', async ({
  demo,
  page,
  tokenListPage,
  tokenDetailsPage,
}) => {
  await tokenListPage.open()
  await tokenListPage.openDetails('Nightly backup')
  await expect(tokenDetailsPage.shortenButton).toBeVisible()
  const other = await demo.as('admin', new URL(page.url()).pathname)
  await expect(other.tokenDetailsPage.shortenButton).toBeVisible()
  await tokenDetailsPage.shorten('2026-11-30')
  await expect(tokenDetailsPage.status).toContainText('Nightly backup expires on Mon')
  await expect(tokenDetailsPage.shortenButton).toBeFocused()
  await expect(other.tokenDetailsPage.expiringNote).toHaveText('This token expires in 6 days')
})
