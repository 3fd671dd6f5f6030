import { expect, test } from '#src/kit/playwright.ts'

test('an Admin can follow the help article from login to deleting the token', async ({
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

  // Step 3.3 of the article: the page lists the tokens. There are none yet.
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(tokenListPage.heading).toBeFocused()
  await expect(tokenListPage.emptyNote).toBeVisible()
  await expect(page).toHaveTitle('API Tokens – eDesk')

  // Step 3.4: the form.
  await tokenListPage.addToken()
  await expect(tokenFormPage.heading).toBeFocused()
  await expect(page.getByRole('group', { name: 'General' })).toBeVisible()
  const permissions = page.getByRole('group', { name: 'Permissions' })
  await expect(permissions).toBeVisible()
  await expect(permissions.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(permissions.getByRole('radiogroup')).toHaveCount(1)
  await tokenFormPage.fill({ description: 'Updates shipping details', access: 'Custom' })
  await expect(page.getByRole('radio', { name: 'No Access', checked: true })).toHaveCount(11)
  const features = permissions.getByRole('radiogroup').locator('visible=true')
  await expect(features).toHaveCount(12)
  await tokenFormPage.permission('Sales Orders', 'Full Access').check()
  await tokenFormPage.permission('Tickets', 'Full Access').check()
  await tokenFormPage.permission('Users', 'Read Only').check()
  await expect(
    page.getByText('Can read and change Sales Orders and Tickets. Can read Users. Nothing else.'),
  ).toBeVisible()

  // Steps 3.5 and 3.6: the key is shown once.
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  expect(key).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
  await expect(page).toHaveURL(/\/settings\/api-tokens\/[^/]+\/key$/)
  await expect(page.getByText('only opportunity')).toBeVisible()
  await tokenKeyPage.copy()
  await expect(tokenKeyPage.status).toContainText('Copied')

  // Step 3.7: the new token is in the list.
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

  // Section 5: details and editing.
  await tokenListPage.openDetails('ShipFast')
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
  await expect(tokenDetailsPage.heading).toBeFocused()
  await expect(page.getByText('cannot be shown again')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await tokenDetailsPage.edit({ name: 'ShipFast Pro' })
  await tokenDetailsPage.save()
  await expect(tokenDetailsPage.status).toContainText('Saved')
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast Pro')

  // Section 4: deletion.
  await page.getByRole('link', { name: 'API Tokens' }).first().click()
  const { dialog, deleteButton } = await tokenListPage.askToDelete('ShipFast Pro')
  await expect(dialog).toContainText('It has never been used')
  await deleteButton.click()
  await expect(tokenListPage.status).toContainText('ShipFast Pro')
  await expect(tokenListPage.emptyNote).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})
