import { expect, test } from '../kit/playwright.ts'

test.use({ scenario: 'tokens', as: 'admin' })

test('a key works to the last moment of the day that was chosen, in the business’s time zone', async ({
  demo,
  page,
  tokenFormPage,
  tokenKeyPage,
  tokenListPage,
  tokenDetailsPage,
}) => {
  await tokenFormPage.open()
  await tokenFormPage.fill({ name: 'Summer sale', expires: '2027-06-30' })
  await expect(page.getByText('Expires on Wednesday, June 30, 2027')).toBeVisible()
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()

  // Dublin is an hour ahead of UTC in summer.
  await demo.clock.set('2027-06-30T22:59:50Z')
  expect((await demo.backend.callWith(key, 'GET', '/v1/whoami')).status).toBe(200)
  await demo.clock.set('2027-06-30T23:00:00Z')
  await expect(await demo.backend.callWith(key, 'GET', '/v1/whoami')).toBeRefusedAs('expired')
  await expect(tokenListPage).toListToken({
    name: 'Summer sale',
    status: 'Expired',
    expires: 'Jun 30, 2027',
  })
  await tokenListPage.openDetails('Summer sale')
  await expect(tokenDetailsPage.expiredNote).toBeVisible()
  await expect(tokenDetailsPage.pauseButton).toHaveCount(0)
})

test('a paused token is refused, shows who still uses it, and works again once it is resumed', async ({
  demo,
  page,
  tokenListPage,
  tokenDetailsPage,
}) => {
  const { key } = await demo.backend.addToken({ name: 'Night run' })
  await tokenListPage.open()
  await tokenListPage.pauseToken('Night run')
  await expect(tokenListPage.status).toContainText('Night run is paused')
  await expect(tokenListPage.actions('Night run')).toBeFocused()
  await expect(tokenListPage).toListToken({ name: 'Night run', status: 'Paused' })

  await tokenListPage.openDetails('Night run')
  await expect(page.getByText('No request has come since')).toBeVisible()
  await expect(tokenDetailsPage.pausedNote).toBeVisible()
  await expect(await demo.backend.callWith(key, 'GET', '/v1/whoami')).toBeRefusedAs('paused')
  await expect(page.getByText('Somebody still uses it')).toBeVisible()
  await expect(tokenDetailsPage.requests).toContainText('The token was paused')

  await tokenDetailsPage.resume()
  await expect(tokenDetailsPage.status).toContainText('Night run works again')
  await expect(tokenDetailsPage.pauseButton).toBeFocused()
  expect((await demo.backend.callWith(key, 'GET', '/v1/whoami')).status).toBe(200)
})

test('a life is made shorter in one tab, and another tab shows it', async ({
  demo,
  page,
  tokenListPage,
  tokenDetailsPage,
}) => {
  await tokenListPage.open()
  await tokenListPage.openDetails('Nightly backup')
  await expect(tokenDetailsPage.shortenButton).toBeVisible()
  const other = await demo.as('admin', new URL(page.url()).pathname)
  await expect(other.page.getByText('goes on working until somebody deletes')).toBeVisible()
  await tokenDetailsPage.shorten('2026-11-30')
  await expect(tokenDetailsPage.status).toContainText('Nightly backup expires on Monday')
  await expect(tokenDetailsPage.shortenButton).toBeFocused()
  await expect(other.tokenDetailsPage.expiringNote).toHaveText('This token expires in 6 days')
})
