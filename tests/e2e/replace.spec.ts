import { expect, test } from '#src/kit/playwright.ts'

test.describe('with a leaked key', () => {
  test.use({ scenario: 'leaked', as: 'admin' })

  test('finds and replaces the token without an outage', async ({
    demo,
    page,
    foundKeyPage,
    replaceTokenPage,
    tokenKeyPage,
    shippingApp,
    tokenListPage,
    tokenDetailsPage,
    activityPage,
  }) => {
    const oldKey = await demo.backend.keyOf('ShipFast')
    const works = async (key: string) =>
      (await demo.backend.callWith(key, 'GET', '/v1/whoami')).status === 200
    await foundKeyPage.open()
    await foundKeyPage.search(`DEBUG PUT /v1/sales-orders/1003 "Bearer ${oldKey}"`)
    await foundKeyPage.replaceLink('ShipFast').click()
    await expect(replaceTokenPage.heading).toHaveText('Replace ShipFast')
    await expect(replaceTokenPage.oldKeyTime('1 hour')).toBeChecked()
    await expect(replaceTokenPage.changes).toHaveText([
      'Access unchanged',
      'Expiry unchanged: never',
    ])
    await replaceTokenPage.generate()
    const newKey = await tokenKeyPage.key()
    await expect(page.getByText('Give this key to ShipFast. The old key works until')).toBeVisible()
    await tokenKeyPage.copy()
    expect(await works(oldKey)).toBe(true)

    // Give the application the new key. The page then shows that it is in use.
    await shippingApp.open()
    await shippingApp.connect(newKey)
    await expect(shippingApp.status).toContainText('Connected as')
    await tokenListPage.open()
    await expect(tokenListPage.oldKeyRow('ShipFast')).toContainText(
      `Old key …${oldKey.slice(-4)} works until`,
    )
    await tokenListPage.openDetails('ShipFast')
    await expect(tokenDetailsPage.pair).toContainText('The new key was used')
    await tokenDetailsPage.retireOldKey()
    await expect(tokenDetailsPage.status).toContainText('The old key of ShipFast was retired')
    await expect(tokenDetailsPage.pair).toHaveCount(0)
    await expect(tokenDetailsPage.heading).toBeFocused()
    await tokenDetailsPage.show('Activity')
    await expect(tokenDetailsPage.activity).toContainText('Generated')
    expect([await works(oldKey), await works(newKey)]).toEqual([false, true])
    // The entries of the old key are listed under the name it had then.
    await activityPage.open()
    await expect(activityPage.entriesOf('ShipFast').first()).toContainText('Generated')
    await expect(activityPage.entriesOf('ShipFast').filter({ hasText: 'Retired' })).toHaveCount(0)
  })
})
