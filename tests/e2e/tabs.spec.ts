import { expect, type Pages, pagesIn, test } from '#src/kit/playwright.ts'

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('shows changes from another tab', async ({ demo, tokenFormPage, tokenKeyPage }) => {
    await tokenFormPage.open()
    const other = await demo.as('admin', '/settings/api-tokens')
    await expect(other.tokenListPage.emptyNote).toBeVisible()
    // A hidden tab does not poll, so it can learn of the change only from the other tab.
    await other.tokenListPage.emptyNote.page().evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    })
    await tokenFormPage.fill()
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
    await expect(other.tokenListPage).toListToken({ name: 'ShipFast' })
  })

  test('keeps unsaved input when another tab changes the token', async ({
    demo,
    tokenDetailsPage,
  }) => {
    const { id } = await demo.backend.addToken()
    await tokenDetailsPage.open(id)
    await tokenDetailsPage.edit({ name: 'Mine' })
    const other = await demo.as('admin', `/settings/api-tokens/${id}`)
    await other.tokenDetailsPage.edit({ name: 'Theirs' })
    await other.tokenDetailsPage.save()
    await expect(other.tokenDetailsPage.status).toContainText('Saved')

    await expect(tokenDetailsPage.heading).toHaveText('Theirs')
    await expect(tokenDetailsPage.name).toHaveValue('Mine')
  })

  for (const [choice, kept] of [
    ['Keep theirs', 'Theirs'],
    ['Save mine', 'Mine'],
  ] as const) {
    test(`lets the second person to save choose a version: ${choice}`, async ({
      demo,
      page,
      tokenDetailsPage,
      guards,
    }) => {
      guards.allowStatuses(412)
      const { id } = await demo.backend.addToken()
      await tokenDetailsPage.open(id)
      await tokenDetailsPage.edit({ name: 'Mine' })
      const other = await demo.as('admin', `/settings/api-tokens/${id}`)
      await other.tokenDetailsPage.edit({ name: 'Theirs' })
      await other.tokenDetailsPage.save()
      await expect(other.tokenDetailsPage.status).toContainText('Saved')

      await tokenDetailsPage.save()
      await expect(tokenDetailsPage.conflictDialog).toContainText('Theirs')
      await expect(tokenDetailsPage.conflictDialog).toContainText('Mine')
      if (choice === 'Keep theirs') await tokenDetailsPage.keepTheirs()
      else await tokenDetailsPage.saveMine()
      await expect(tokenDetailsPage.heading).toHaveText(kept)
      await page.reload()
      await expect(tokenDetailsPage.heading).toHaveText(kept)
    })
  }

  test('reports that another tab deleted the open token, and links to the list', async ({
    demo,
    page,
    tokenListPage,
    tokenDetailsPage,
    guards,
  }) => {
    guards.allowStatuses(404)
    const { id } = await demo.backend.addToken()
    await tokenDetailsPage.open(id)
    await tokenDetailsPage.edit({ name: 'typed' })
    const other = await demo.as('admin', '/settings/api-tokens')
    await other.tokenListPage.deleteToken('ShipFast')
    await expect(tokenDetailsPage.alert).toContainText('Someone else deleted this token')
    await page.getByRole('link', { name: 'Go to API Tokens' }).click()
    await expect(tokenListPage.emptyNote).toBeVisible()
  })

  test('detects an expired session on the next request, and keeps the input', async ({
    demo,
    tokenFormPage,
    tokenKeyPage,
    guards,
  }) => {
    guards.allowStatuses(401)
    await tokenFormPage.open()
    await tokenFormPage.fill()
    await demo.faults.add('createToken:session-ends@1')
    await tokenFormPage.generate()
    const dialog = tokenFormPage.dialog('You have been logged out')
    await dialog.getByRole('textbox', { name: 'Email' }).fill('admin@example.com')
    await dialog.getByLabel('Password').fill('edesk-demo')
    await dialog.getByRole('button', { name: 'Log in' }).click()
    await expect(dialog).toHaveCount(0)
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
  })
})

// In the following tests, the tabs share a session, as with a real service.

test('reports a session that ends while a form is open, and keeps the input after login', async ({
  page,
  context,
  loginPage,
  tokenFormPage,
  tokenKeyPage,
  guards,
}) => {
  // A request of one tab fails if the other tab logs out at the same time.
  guards.allowStatuses(401)
  await page.goto('/settings/api-tokens/new')
  await loginPage.logInAs('Admin, Professional')
  await tokenFormPage.fill({ description: 'Ships' })
  const other = await context.newPage()
  await other.goto('/tickets')
  await pagesIn(other).header.logOut()

  const dialog = tokenFormPage.dialog('You have been logged out')
  await expect(dialog).toContainText('still here')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('admin@example.com')
  await dialog.getByLabel('Password').fill('edesk-demo')
  await dialog.getByRole('button', { name: 'Log in' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(tokenFormPage.name).toHaveValue('ShipFast')
  await expect(tokenFormPage.description).toHaveValue('Ships')
  await tokenFormPage.generate()
  await expect(tokenKeyPage.heading).toBeVisible()
})

test('logging out in one tab hides a shown key in the other', async ({
  page,
  context,
  loginPage,
  tokenFormPage,
  tokenKeyPage,
  guards,
}) => {
  // A request of one tab fails if the other tab logs out at the same time.
  guards.allowStatuses(401)
  await page.goto('/settings/api-tokens/new')
  await loginPage.logInAs('Admin, Professional')
  await tokenFormPage.fill()
  await tokenFormPage.generate()
  const key = await tokenKeyPage.key()
  const other = await context.newPage()
  await other.goto('/tickets')
  await pagesIn(other).header.logOut()
  await expect(loginPage.heading).toBeVisible()
  await expect(page).toHaveLeftNoTraceOf(key)
})

test('two tabs that start at the same time create the data once', async ({ context }) => {
  const tabs = [await context.newPage(), await context.newPage()].map(pagesIn)
  await Promise.all(tabs.map(({ loginPage }) => loginPage.open()))
  for (const { loginPage } of tabs) await expect(loginPage.accounts).toHaveCount(3)
  const [{ loginPage, usersPage }] = tabs as [Pages]
  await usersPage.open()
  await loginPage.logInAs('Admin, Professional')
  await expect(usersPage.table.getByRole('row')).toHaveCount(5)
})
