import { expect, test } from '../kit/playwright.ts'

test("an Admin follows the help article from log-in to the key, back to the list, and to the token's end", async ({
  page,
  loginPage,
  tokenListPage,
  tokenFormPage,
  tokenKeyPage,
  tokenDetailsPage,
}) => {
  await page.goto('/settings/api-tokens')
  await expect(loginPage.heading).toBeVisible()
  await loginPage.logIn('admin@example.com')

  // 3.3: the page opens and lists the tokens; there is none yet.
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(tokenListPage.heading).toBeFocused()
  await expect(tokenListPage.emptyNote).toBeVisible()
  await expect(page).toHaveTitle('API Tokens – eDesk')

  // 3.4: the form.
  await tokenListPage.addToken()
  await expect(tokenFormPage.heading).toBeFocused()
  await expect(page.getByRole('group', { name: 'General' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Permissions' })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByRole('radiogroup')).toHaveCount(1)
  await tokenFormPage.fill({ description: 'Updates shipping details', access: 'Custom' })
  await expect(page.getByRole('radio', { name: 'No Access', checked: true })).toHaveCount(11)
  const features = page.getByRole('radiogroup').locator('visible=true')
  await expect(features).toHaveCount(12)
  await tokenFormPage.permission('Sales Orders', 'Full Access').check()
  await tokenFormPage.permission('Tickets', 'Full Access').check()
  await tokenFormPage.permission('Users', 'Read Only').check()
  await expect(page.getByText('2 features with Full Access, 1 Read Only')).toBeVisible()
  await expect(
    page.getByText('Can read and change Sales Orders and Tickets. Can read Users. Nothing else.'),
  ).toBeVisible()

  // 3.5 and 3.6: the key, once.
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  expect(key).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
  await expect(page).toHaveURL(/\/settings\/api-tokens\/[^/]+\/key$/)
  await expect(page.getByText('only opportunity')).toBeVisible()
  await tokenKeyPage.copy()
  await expect(tokenKeyPage.status).toContainText('Copied')

  // 3.7: the new token is in the list.
  await tokenKeyPage.returnToList()
  for (const column of ['Name', 'Access', 'Created', 'Last used']) {
    await expect(tokenListPage.columnHeader(column)).toBeVisible()
  }
  await expect(tokenListPage).toListToken({
    name: 'ShipFast',
    access: 'Custom',
    lastUsed: 'Never used',
  })
  await expect(tokenListPage.row('ShipFast')).toContainText('Updates shipping details')

  // 5: the details, and a change.
  await tokenListPage.openDetails('ShipFast')
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
  await expect(tokenDetailsPage.heading).toBeFocused()
  await expect(page.getByText('cannot be shown again')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await tokenDetailsPage.name.fill('ShipFast Pro')
  await tokenDetailsPage.save()
  await expect(tokenDetailsPage.status).toContainText('Saved')
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast Pro')

  // 4: the end.
  await page.getByRole('link', { name: 'API Tokens' }).first().click()
  const { dialog, deleteButton } = await tokenListPage.askToDelete('ShipFast Pro')
  await expect(dialog).toContainText('It has never been used')
  await deleteButton.click()
  await expect(tokenListPage.status).toContainText('ShipFast Pro')
  await expect(tokenListPage.emptyNote).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('logging in is refused kindly with a wrong password, and what was typed stays', async ({
  page,
  loginPage,
  guards,
}) => {
  guards.allowStatuses(401)
  await page.goto('/login')
  await loginPage.logInButton.click()
  await expect(loginPage.email).toBeFocused()
  await loginPage.logIn('admin@example.com', 'wrong')
  await expect(loginPage.alert).toContainText('do not belong together')
  await expect(loginPage.email).toHaveValue('admin@example.com')
  await expect(loginPage.password).toBeFocused()
})

test('one is led to the page first asked for, and never out of the application', async ({
  page,
  header,
  loginPage,
}) => {
  await page.goto('/settings/plan')
  await loginPage.logInAs('Admin, Professional')
  await expect(page).toHaveURL('/settings/plan')
  await header.logOut()
  await expect(loginPage.heading).toBeVisible()
  await page.goto('/login?returnTo=//evil.example/')
  await loginPage.logInAs('Admin, Professional')
  await expect(page).toHaveURL('/settings/api-tokens')
})

test('the start page is the tokens for an Admin, the tickets for an Agent', async ({
  page,
  header,
  loginPage,
}) => {
  await page.goto('/')
  await loginPage.logInAs('Agent, Professional')
  await expect(page).toHaveURL('/tickets')
  await expect(header.navigation.getByRole('link')).toHaveText(['Tickets'])
  await header.logOut()
  await expect(loginPage.heading).toBeVisible()
  await page.goto('/')
  await loginPage.logInAs('Admin, Professional')
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(header.navigation.getByRole('link')).toHaveText(['Tickets', 'Settings'])
})

test.describe('for an Agent', () => {
  test.use({ as: 'agent' })

  test('an agent reads a ticket with its order and the tracking', async ({
    ticketListPage,
    ticketPage,
  }) => {
    await ticketListPage.open()
    await ticketListPage.openTicket('One mug arrived broken')
    await expect(ticketPage.heading).toHaveText('One mug arrived broken')
    await expect(ticketPage.messages).toContainText('the third has a crack')
    await expect(ticketPage.order).toContainText('NW-1003')
    await expect(ticketPage.tracking).toContainText('An Post')
    await expect(ticketPage.trackingLink('CE123456785IE')).toHaveAttribute('rel', /noopener/)
  })
})

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('Cancel and Escape delete nothing, and give the focus back', async ({
    demo,
    page,
    tokenListPage,
  }) => {
    await demo.backend.addToken()
    await tokenListPage.open()
    for (const leave of [
      () => tokenListPage.deleteDialog('ShipFast').cancelButton.click(),
      () => page.keyboard.press('Escape'),
    ]) {
      const { cancelButton, dialog } = await tokenListPage.askToDelete('ShipFast')
      await expect(cancelButton).toBeFocused()
      await leave()
      await expect(dialog).toHaveCount(0)
      await expect(tokenListPage.actions('ShipFast')).toBeFocused()
      await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    }
    expect(await demo.backend.tokens()).toHaveLength(1)
  })

  test('a token can be deleted from its details', async ({
    demo,
    page,
    tokenListPage,
    tokenDetailsPage,
  }) => {
    const { id } = await demo.backend.addToken()
    await tokenDetailsPage.open(id)
    await tokenDetailsPage.name.fill('typed and not saved')
    await tokenDetailsPage.deleteToken()
    await expect(page).toHaveURL('/settings/api-tokens')
    await expect(tokenListPage.status).toContainText('ShipFast')
    await expect(tokenListPage.emptyNote).toBeVisible()
    expect(await demo.backend.tokens()).toEqual([])
  })

  test('what was typed is asked about before it is left, and stays if one stays', async ({
    page,
    tokenListPage,
    tokenFormPage,
  }) => {
    await tokenListPage.open()
    await tokenListPage.addToken()
    await tokenFormPage.cancel()
    await expect(page, 'nothing typed, nothing asked').toHaveURL('/settings/api-tokens')

    await tokenListPage.addToken()
    await tokenFormPage.fill()
    await page.goBack()
    const { discardDialog } = tokenFormPage
    await discardDialog.getByRole('button', { name: 'Keep editing' }).click()
    await expect(page).toHaveURL('/settings/api-tokens/new')
    await expect(tokenFormPage.name).toHaveValue('ShipFast')
    await tokenFormPage.cancel()
    await discardDialog.getByRole('button', { name: 'Discard' }).click()
    await expect(tokenListPage.emptyNote).toBeVisible()
  })

  test('an address that leads nowhere says so, and offers a way back', async ({
    demo,
    page,
    tokenListPage,
  }) => {
    await demo.open('/no/such/page')
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
    await page.getByRole('link', { name: 'Back to eDesk' }).click()
    await expect(tokenListPage.heading).toBeVisible()
  })

  test("a token's address that leads nowhere says so", async ({
    page,
    tokenListPage,
    tokenDetailsPage,
    guards,
  }) => {
    guards.allowStatuses(404)
    await tokenDetailsPage.open('tok_unknown')
    await expect(tokenDetailsPage.heading).toHaveText('This token does not exist')
    await page.getByRole('link', { name: 'Go to API Tokens' }).click()
    await expect(tokenListPage.emptyNote).toBeVisible()
  })

  test('help is a click away, and leads on', async ({ page, tokenListPage }) => {
    await tokenListPage.open()
    await page.getByText('What is an API token?').click()
    await expect(page.getByText('It is a key that unlocks eDesk')).toBeVisible()
    await page.getByRole('link', { name: 'Learn more' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'Getting started with the API' }),
    ).toBeFocused()
    await page.getByRole('link', { name: 'What the API is used for' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'What the API is used for' }),
    ).toBeFocused()
  })

  test('more tokens than fit on a page are turned over, and sorted, in the address', async ({
    demo,
    page,
    tokenListPage,
  }) => {
    for (let number = 10; number < 37; number += 1) {
      await demo.backend.addToken({ name: `App ${number}` })
    }
    await tokenListPage.open()
    const { names, pages } = tokenListPage
    await expect(names).toHaveCount(25)
    await expect(names.first()).toHaveText('App 36')
    await pages.getByRole('link', { name: 'Next' }).click()
    await expect(names).toHaveText(['App 11', 'App 10'])
    await tokenListPage.columnHeader('Name').getByRole('button').click()
    await expect(names.first()).toHaveText('App 10')
    await expect(tokenListPage.columnHeader('Name')).toHaveAttribute('aria-sort', 'ascending')
    await page.reload()
    await expect(names.first()).toHaveText('App 10')
  })
})
