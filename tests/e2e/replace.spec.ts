import { expect, test } from '../kit/playwright.ts'
import { expectGoodInAllSizes } from './inAllSizes.ts'

test.describe('a key has leaked', () => {
  test.use({ scenario: 'leaked', as: 'admin' })

  test('from the paste to a replaced token without an outage', async ({
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
    await foundKeyPage.look(`DEBUG PUT /v1/sales-orders/1003 "Bearer ${oldKey}"`)
    await foundKeyPage.replaceLink('ShipFast').click()
    await expect(replaceTokenPage.heading).toHaveText('Replace ShipFast')
    await expect(replaceTokenPage.oldKeyTime('1 hour')).toBeChecked()
    await expect(replaceTokenPage.changes).toHaveText(['The same access, a new key'])
    await replaceTokenPage.generate()
    const newKey = await tokenKeyPage.key()
    await expect(page.getByText('Give it to ShipFast: the old key works until')).toBeVisible()
    await tokenKeyPage.copy()
    expect(await works(oldKey)).toBe(true)

    // The application gets the new key, and the page shows that it uses it.
    await shippingApp.open()
    await shippingApp.connect(newKey)
    await expect(shippingApp.status).toContainText('Connected as')
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({
      name: `ShipFast (old key …${oldKey.slice(-4)})`,
      status: 'Being replaced',
    })
    await tokenListPage.openDetails('ShipFast')
    await expect(tokenDetailsPage.pair).toContainText('The new key was used')
    await tokenDetailsPage.retireOldKey()
    await expect(tokenDetailsPage.status).toContainText('The old key of ShipFast was retired')
    await expect(tokenDetailsPage.pair).toHaveCount(0)
    await expect(tokenDetailsPage.heading).toBeFocused()
    await expect(tokenDetailsPage.activity).toContainText('Generated')
    expect([await works(oldKey), await works(newKey)]).toEqual([false, true])
    // The old key's own are under the name that it had then.
    await activityPage.open()
    await expect(activityPage.entriesOf('ShipFast').first()).toContainText('Generated')
    await expect(activityPage.entriesOf('ShipFast').filter({ hasText: 'Retired' })).toHaveCount(0)
  })
})

test.describe('screens of a replacement', () => {
  test.use({ scenario: 'tokens', as: 'admin' })

  test('advice, the page that it prepares, and the pair are good in all sizes', async ({
    page,
    tokenListPage,
    tokenAdvicePage,
    replaceTokenPage,
    tokenKeyPage,
    tokenDetailsPage,
  }) => {
    test.slow()
    // A colour on its way from light to dark is neither.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await tokenAdvicePage.open()
    await expect(tokenAdvicePage.item('Review requests')).toContainText('Nobody has used')
    await expect(tokenAdvicePage.item('Packing tables')).toContainText('nothing of it was done')
    await expectGoodInAllSizes(page)
    await tokenAdvicePage.prepare('LedgerLine')
    await expect(replaceTokenPage.changes).toHaveText([
      'Loses: change Sales Orders and Contacts; read Channels.',
    ])
    await expectGoodInAllSizes(page)
    await replaceTokenPage.generate()
    await tokenKeyPage.copy()
    await tokenKeyPage.returnToList()
    // What it showed before is there until the new list is.
    await tokenListPage.nameLink('LedgerLine (old key …xiKx)').click()
    await expect(tokenDetailsPage.pair).toContainText('Neither key has been used')
    await expectGoodInAllSizes(page)
    await tokenDetailsPage.retireButton.click()
    await expect(tokenDetailsPage.retireDialog.dialog).toContainText('has never been used')
    await expect(page).toHaveNoAccessibilityFaults()
  })
})
