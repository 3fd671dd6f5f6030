import { expect, test } from '#src/kit/playwright.ts'
import { languageNames } from '#src/locales/languages.ts'

// The page objects work in other languages: with other plural forms and quotation marks, and from right to left.

for (const lang of ['de', 'ar'] as const) {
  test.describe(`in ${languageNames[lang]}`, () => {
    test.use({ lang, scenario: 'tokens', as: 'admin' })

    test('the list is searched, filtered and read', async ({ page, tokenListPage }) => {
      await tokenListPage.open()
      await expect(tokenListPage.columnHeader('Last used')).toBeVisible()
      await tokenListPage.filter('Access', 'Custom')
      await expect(tokenListPage).toListToken({ name: 'ShipFast', access: 'Custom' })
      await tokenListPage.filter('Not used for', '90 days')
      await tokenListPage.filter('Feature', 'Sales Orders')
      await expect(tokenListPage.filtersButton).toBeVisible()
      await expect(tokenListPage.resultCount).toBeVisible()
      await tokenListPage.filter('Not used for', 'Any time')
      await tokenListPage.filter('Created by', 'Alex Morgan')
      await expect(tokenListPage).toListToken({ name: 'ShipFast', status: 'Active' })
      await page.keyboard.press('Escape')
      await tokenListPage.clearFiltersButton.click()
      await tokenListPage.quickFilter('Unused').click()
      await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })
      await tokenListPage.search('nothing like this')
      await expect(tokenListPage.resultCount).toBeVisible()
    })

    test('several tokens are selected, paused, resumed and deleted', async ({
      demo,
      tokenListPage,
    }) => {
      await tokenListPage.open()
      await tokenListPage.select('ShipFast', 'LedgerLine')
      await tokenListPage.pauseSelected()
      await expect(tokenListPage).toListToken({ name: 'LedgerLine', status: 'Paused' })
      await tokenListPage.filter('Status', 'Paused')
      await tokenListPage.select('ShipFast')
      await tokenListPage.resumeSelected()
      await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })
      await tokenListPage.open()
      await tokenListPage.selectAllThatMatch()
      await tokenListPage.deleteSelected()
      await expect(tokenListPage).not.toListToken({ name: 'Returns portal' })
      expect(await demo.backend.countTokens()).toBe(1)
    })

    test('a token is edited, paused, shortened, replaced and deleted', async ({
      demo,
      page,
      replaceTokenPage,
      tokenDetailsPage,
      tokenKeyPage,
      tokenListPage,
    }) => {
      const { id } = await demo.backend.token('ShipFast')
      await tokenDetailsPage.open(id)
      await tokenDetailsPage.edit({ description: 'New', addresses: ['203.0.113.0/24'] })
      await tokenDetailsPage.save()
      await expect(tokenDetailsPage.editButton).toBeVisible()
      await tokenDetailsPage.pause()
      await expect(tokenDetailsPage.pausedNote).toBeVisible()
      await tokenDetailsPage.resume()
      await expect(tokenDetailsPage.pausedNote).toBeHidden()
      await tokenDetailsPage.shorten('2026-12-05')
      await expect(tokenDetailsPage.expiringNote).toBeVisible()
      await tokenDetailsPage.show('Requests')
      await expect(tokenDetailsPage.requests).toBeVisible()
      await expect(tokenDetailsPage.usedFrom).toBeVisible()
      await tokenDetailsPage.show('Overview')
      await tokenDetailsPage.replaceToken()
      await replaceTokenPage.keepOldKey('1 day')
      await replaceTokenPage.chooseAccess('Custom', { Messages: 'Read Only' })
      await replaceTokenPage.chooseExpiration('2027-02-22')
      await replaceTokenPage.limitAddresses([])
      await expect(replaceTokenPage.changes).not.toHaveCount(0)
      await replaceTokenPage.generate()
      await tokenKeyPage.key()
      await tokenKeyPage.returnToList()
      await expect(tokenKeyPage.leaveDialog).toBeVisible()
      await page.keyboard.press('Escape')
      await tokenKeyPage.copy()
      await tokenKeyPage.returnToList()
      await tokenListPage.retireOldKey('ShipFast')
      await expect(tokenListPage.oldKeyRow('ShipFast')).toHaveCount(0)
      await tokenListPage.replaceToken('ShipFast')
      await replaceTokenPage.generate()
      await tokenKeyPage.copy()
      await tokenKeyPage.openTokenButton.click()
      await tokenDetailsPage.retireOldKey()
      await expect(tokenDetailsPage.pair).toBeHidden()
      await tokenDetailsPage.deleteToken()
      await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })
    })

    test('a form is filled in by a template, a link and its reader', async ({ tokenFormPage }) => {
      await tokenFormPage.open({ name: 'Parcel Post', level: 'custom', sales_orders: 'all' })
      await expect(tokenFormPage.prefilledNote).toBeVisible()
      await expect(tokenFormPage.ignoredParametersNote).toBeVisible()
      await expect(tokenFormPage.ignoredParameters).toContainText(['sales_orders'])
      await tokenFormPage.startFrom('Backup')
      await tokenFormPage.fill({
        access: 'Custom',
        features: { 'Tag groups': 'Read Only' },
        expires: 'No expiration',
        addresses: ['203.0.113.7'],
      })
      await expect(tokenFormPage.permission('Tag groups', 'Read Only')).toBeChecked()
      await tokenFormPage.cancel()
      await expect(tokenFormPage.discardDialog).toBeVisible()
    })

    test('a request is tried, and changes data after a question', async ({
      demo,
      tokenDetailsPage,
    }) => {
      const { id, key } = await demo.backend.addToken({
        name: 'Parcel Post',
        features: { Tickets: 'Full Access', Messages: 'No Access' },
      })
      await tokenDetailsPage.open(id, 'try-it')
      await tokenDetailsPage.tryIt.send('getTicket', { key, path: { ticketId: '1' } })
      await expect(tokenDetailsPage.tryIt.answer).toContainText('200')
      await tokenDetailsPage.tryIt.showKey.check()
      await expect(tokenDetailsPage.tryIt.command).toContainText(key)
      await tokenDetailsPage.tryIt.send('DeleteTicket', { path: { ticketId: '1' } })
      await expect(tokenDetailsPage.tryIt.answer).toContainText('200')
    })

    test('advice is followed, dismissed and restored', async ({
      replaceTokenPage,
      tokenAdvicePage,
      tokenDetailsPage,
    }) => {
      await tokenAdvicePage.open()
      await expect(tokenAdvicePage.group('More access than needed')).toBeVisible()
      await tokenAdvicePage.dismiss('ShipFast')
      await tokenAdvicePage.undoButton.click()
      await expect(tokenAdvicePage.item('ShipFast')).toBeVisible()
      await tokenAdvicePage.select('ShipFast', 'LedgerLine')
      await tokenAdvicePage.dismissSelected()
      await tokenAdvicePage.restore('ShipFast')
      await tokenAdvicePage.removeAccess('ShipFast')
      await expect(replaceTokenPage.proposalNote).toBeVisible()
      await tokenAdvicePage.open()
      await tokenAdvicePage.seeRequests('Packing tables')
      await expect(tokenDetailsPage.requests).toBeVisible()
      await tokenAdvicePage.open()
      await tokenAdvicePage.select('Packing tables')
      await tokenAdvicePage.pauseSelected()
      await tokenAdvicePage.deleteToken('Review requests')
      await expect(tokenAdvicePage.item('Review requests')).toHaveCount(0)
    })

    test('the activity is filtered, and the rules are changed', async ({
      activityPage,
      page,
      rulesPage,
    }) => {
      await activityPage.open()
      await activityPage.chooseToken('ShipFast')
      await expect(activityPage.chips.getByRole('listitem')).toHaveCount(1)
      await activityPage.action.selectOption('created')
      await expect(activityPage.entriesOf('ShipFast')).toHaveCount(1)
      await rulesPage.open()
      await rulesPage.descriptionRequired.check()
      await rulesPage.tokensAtMost.fill('50')
      await rulesPage.longestLife.selectOption('90')
      await rulesPage.save()
      await expect(rulesPage.breakingLinks.first()).toBeVisible()
      await expect(rulesPage.fullAccess).toBeVisible()
      await expect(rulesPage.pauseUnusedAfter).toBeVisible()
      await page.reload()
      await expect(rulesPage.tokensAtMost).toHaveValue('50')
    })

    test('a found key leads to its token', async ({ demo, foundKeyPage }) => {
      await foundKeyPage.open()
      await foundKeyPage.search(await demo.backend.keyOf('ShipFast'))
      await expect(foundKeyPage.results).toBeVisible()
      await foundKeyPage.pauseButton('ShipFast').click()
      await foundKeyPage.resumeButton('ShipFast').click()
      await foundKeyPage.deleteToken('ShipFast')
      await expect(foundKeyPage.replaceLink('ShipFast')).toBeHidden()
    })

    test('a new place is confirmed, and a token limited to the earlier ones', async ({
      demo,
      tokenDetailsPage,
    }) => {
      const { id } = await demo.backend.token('ShipFast')
      const key = await demo.backend.keyOf('ShipFast')
      const use = { key, method: 'GET', path: '/v1/whoami' }
      await demo.backend.send({ ...use, address: '203.0.113.7' })
      await tokenDetailsPage.open(id)
      await expect(tokenDetailsPage.newPlaceNote).toContainText('203.0.113.7')
      await tokenDetailsPage.confirmPlace()
      await expect(tokenDetailsPage.newPlaceNote).toBeHidden()
      await demo.backend.send({ ...use, address: '203.0.113.8' })
      await demo.backend.send({ ...use, address: '203.0.113.9' })
      await expect(tokenDetailsPage.newPlaceNote).toBeVisible()
      await tokenDetailsPage.limitToEarlierAddresses()
      await expect(tokenDetailsPage.addresses).toHaveValue(/203\.0\.113\.7/)
    })

    test('an application ships an order, and hears of its missing access', async ({
      demo,
      guards,
      shippingApp,
      ticketListPage,
      ticketPage,
    }) => {
      guards.allowStatuses(403)
      const { key } = await demo.backend.addToken({
        name: 'Parcel Post',
        features: { 'Sales Orders': 'Full Access' },
      })
      const reader = await demo.backend.addToken({ name: 'Reader', access: 'Read-only' })
      await shippingApp.open()
      await shippingApp.connect(key)
      await shippingApp.ship({ order: 'NW-1001' })
      await expect(shippingApp.shipButton('NW-1001')).toHaveCount(0)
      await expect(shippingApp.orders).toBeVisible()
      await expect(shippingApp.requests).not.toHaveCount(0)
      await shippingApp.connect(reader.key)
      await shippingApp.ship({ order: 'NW-1002' })
      await expect(shippingApp).toBeRefusedFor('Sales Orders')

      await ticketListPage.open()
      await ticketListPage.openTicket('Where is my order?')
      await expect(ticketPage.trackingLink('00340434161094042557')).toBeVisible()
      await expect(ticketPage.messages).toBeVisible()
    })

    test('the header has the notices, the help and the account', async ({ header, loginPage }) => {
      await loginPage.open()
      await header.logOut()
      await loginPage.logInAs('Admin, Professional')
      await header.goToTickets()
      await header.goToSettings()
      await expect(header.noticesButton).toHaveAccessibleName(/\d/)
      await header.openNotices()
      await header.markAllNoticesAsRead()
      await expect(header.unreadNotices(0)).toBeVisible()
      await header.openHelp('Keyboard shortcuts')
      await header.page.keyboard.press('Escape')
      await header.logOut()
      await expect(loginPage.heading).toBeVisible()
    })

    test('an Agent requests access and gets it', async ({ demo }) => {
      const agent = await demo.as('agent', '/settings/api-tokens')
      await expect(agent.accessGate.adminNeeded).toBeVisible()
      await agent.accessGate.requestAdminAccess()
      const admin = await demo.as('admin', '/settings/users')
      await expect(admin.header.unreadNotices(7)).toBeVisible()
      await admin.usersPage.grant('Sam Rivera')
      await expect(agent.tokenListPage.table).toBeVisible()
      await admin.usersPage.changeRole('Sam Rivera', 'Agent')
      await expect(agent.accessGate.adminNeeded).toBeVisible()
      await admin.planPage.open()
      await admin.planPage.moveTo('Starter')
      await expect(admin.planPage.status).toContainText('Starter')
      await admin.accessGate.open()
      await expect(admin.accessGate.planNeeded).toBeVisible()
      await admin.accessGate.seePlansLink.click()
      await admin.planPage.moveTo('Professional')
    })
  })
}
