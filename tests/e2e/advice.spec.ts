import { expect, test } from '#src/kit/playwright.ts'

test.use({ scenario: 'tokens', as: 'admin' })

test('dismissed advice leaves the page in every tab, and comes back when it is restored', async ({
  demo,
  tokenAdvicePage,
}) => {
  await tokenAdvicePage.open()
  await expect(tokenAdvicePage.group('More access than needed')).toContainText('6')
  const other = await demo.as('admin', '/settings/api-tokens/advice')
  await expect(other.tokenAdvicePage.item('ShipFast')).toBeVisible()
  await tokenAdvicePage.dismiss('ShipFast')
  await expect(tokenAdvicePage.status).toContainText('Advice about ShipFast dismissed for 90 days')
  await expect(other.tokenAdvicePage.item('ShipFast')).toHaveCount(0)
  await other.tokenAdvicePage.restore('ShipFast')
  await expect(tokenAdvicePage.item('ShipFast')).toContainText('Never used: Channels (read)')
})

test('advice leads to the requests of a token, and to a replacement with the right access', async ({
  tokenAdvicePage,
  tokenDetailsPage,
  replaceTokenPage,
}) => {
  await tokenAdvicePage.open()
  await tokenAdvicePage.seeRequests('Packing tables')
  await expect(tokenDetailsPage.requests).toBeVisible()
  await tokenAdvicePage.open()
  await tokenAdvicePage.grantMissingAccess('Packing tables')
  await expect(replaceTokenPage.heading).toHaveText('Replace Packing tables')
  await tokenAdvicePage.open()
  await tokenAdvicePage.removeAccess('LedgerLine')
  await expect(replaceTokenPage.heading).toHaveText('Replace LedgerLine')
})

test('several tokens are dismissed or paused at once, and a token is deleted', async ({
  tokenAdvicePage,
  tokenListPage,
}) => {
  await tokenAdvicePage.open()
  await tokenAdvicePage.select('ShipFast', 'LedgerLine')
  await tokenAdvicePage.dismissSelected()
  await expect(tokenAdvicePage.status).toContainText('Advice about 2 tokens dismissed')
  await tokenAdvicePage.showDismissed()
  await expect(tokenAdvicePage.group('Dismissed').getByRole('listitem')).toHaveCount(2)
  await tokenAdvicePage.select('Packing tables')
  await tokenAdvicePage.pauseSelected()
  await expect(tokenAdvicePage.status).toContainText('1 token was paused')
  await tokenAdvicePage.deleteToken('Review requests')
  await expect(tokenAdvicePage.status).toContainText('Review requests was deleted')
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'Packing tables', status: 'Paused' })
})

test.describe('in the scenario with every kind of advice', () => {
  test.use({ scenario: 'advice' })

  test('advice leads to a replacement that breaks no rule, and limits a token to its addresses', async ({
    tokenAdvicePage,
    tokenDetailsPage,
    replaceTokenPage,
  }) => {
    await tokenAdvicePage.open()
    await expect(tokenAdvicePage.group('Breaks a rule')).toContainText('Breaks: Full Access')
    await tokenAdvicePage.replaceToken('Wedding gift lists')
    await expect(replaceTokenPage.heading).toHaveText('Replace Wedding gift lists')
    await tokenAdvicePage.open({ group: 'few_addresses' })
    await tokenAdvicePage.limitAddresses('Chat on our site')
    await expect(tokenDetailsPage.heading).toContainText('Chat on our site')
    await tokenAdvicePage.open()
    await tokenAdvicePage.dismiss('Chat on our site')
    await expect(tokenAdvicePage.group('Used from few addresses')).toHaveCount(0)
  })
})
