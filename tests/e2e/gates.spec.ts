import { expect, test } from '#src/kit/playwright.ts'

test('lets an Agent request Admin access, and an Admin grant it', async ({
  page,
  header,
  loginPage,
  accessGate,
  usersPage,
  tokenListPage,
}) => {
  await page.goto('/settings/api-tokens')
  await loginPage.logInAs('Agent, Professional')
  await accessGate.requestAdminAccess()
  await expect(accessGate.status).toContainText('requested')
  await expect(accessGate.requestButton).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('You have requested Admin access')).toBeVisible()
  await header.logOut()

  await loginPage.logInAs('Admin, Professional')
  await header.goToSettings()
  const users = page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('listitem')
    .filter({ hasText: 'Users' })
  await expect(users).toContainText('1 open access request')
  await users.getByRole('link', { name: 'Users' }).click()
  await usersPage.grant('Sam Rivera')
  await expect(usersPage.status).toContainText('Sam Rivera')
  await expect(usersPage.accessRequests).toContainText('No open requests.')
  await expect(usersPage.table.getByRole('row', { name: /Sam Rivera/ })).toContainText('Admin')
  await header.logOut()

  await loginPage.logInAs('Agent, Professional')
  await expect(tokenListPage.emptyNote).toBeVisible()
})
