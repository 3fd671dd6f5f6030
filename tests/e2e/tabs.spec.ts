import { addToken, expect, fillForm, logIn, logOut, openForm, test } from './fixtures.ts'

test('what is done in one tab is on the screen of the other within a second', async ({
  page,
  context,
}) => {
  await logIn(page, 'Admin, Professional')
  const other = await context.newPage()
  await other.goto('/settings/api-tokens')
  await expect(other.getByText('No API tokens yet')).toBeVisible()
  await addToken(page)
  await expect(other.getByRole('link', { name: 'ShipFast' })).toBeVisible({ timeout: 1000 })
})

test('two who edit one token do not overwrite each other unknowingly: keep theirs', async ({
  page,
  context,
}) => {
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await page.getByRole('textbox', { name: 'Token Name' }).fill('Mine')
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('textbox', { name: 'Token Name' }).fill('Theirs')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await expect(other.getByRole('status')).toContainText('Saved')

  await expect(page.getByRole('heading', { level: 1, name: 'Theirs' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Mine')
})

for (const [choice, kept] of [
  ['Keep theirs', 'Theirs'],
  ['Save mine', 'Mine'],
] as const) {
  test(`the second to save is shown both versions and chooses: ${choice}`, async ({
    page,
    context,
    guards,
  }) => {
    guards.allowStatuses(412)
    await logIn(page, 'Admin, Professional')
    await addToken(page)
    await page.getByRole('link', { name: 'ShipFast' }).click()
    await page.getByRole('textbox', { name: 'Token Name' }).fill('Mine')
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('textbox', { name: 'Token Name' }).fill('Theirs')
    await other.getByRole('button', { name: 'Save changes' }).click()
    await expect(other.getByRole('status')).toContainText('Saved')

    await page.getByRole('button', { name: 'Save changes' }).click()
    const dialog = page.getByRole('dialog', { name: 'Somebody else has changed this token' })
    await expect(dialog).toContainText('Theirs')
    await expect(dialog).toContainText('Mine')
    await dialog.getByRole('button', { name: choice }).click()
    await expect(page.getByRole('heading', { level: 1, name: kept })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue(kept)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue(kept)
  })
}

test('a token that is deleted in another tab is told where it is open, and a way on is offered', async ({
  page,
  context,
  guards,
}) => {
  guards.allowStatuses(404)
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  const other = await context.newPage()
  await other.goto('/settings/api-tokens')
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await page.getByRole('textbox', { name: 'Token Name' }).fill('typed')
  await other.getByRole('button', { name: 'Actions for ShipFast' }).click()
  await other.getByRole('menuitem', { name: 'Delete token' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody has deleted this token')
  await page.getByRole('link', { name: 'Go to API Tokens' }).click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('a session that ends while a form is open is told; after logging in again what was typed is still there', async ({
  page,
  context,
}) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page, { description: 'Ships' })
  const other = await context.newPage()
  await other.goto('/tickets')
  await logOut(other)

  const dialog = page.getByRole('dialog', { name: 'You have been logged out' })
  await expect(dialog).toContainText('still here')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('admin@example.com')
  await dialog.getByLabel('Password').fill('edesk-demo')
  await dialog.getByRole('button', { name: 'Log in' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')
  await expect(page.getByRole('textbox', { name: 'Token Description' })).toHaveValue('Ships')
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
})

test('a session that ended unnoticed is found out by the next request, and nothing is lost', async ({
  page,
  guards,
}) => {
  guards.allowStatuses(401)
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }))
  await page.getByRole('button', { name: 'Generate token' }).click()
  const dialog = page.getByRole('dialog', { name: 'You have been logged out' })
  await dialog.getByRole('textbox', { name: 'Email' }).fill('admin@example.com')
  await dialog.getByLabel('Password').fill('edesk-demo')
  await dialog.getByRole('button', { name: 'Log in' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
})

test('logging out in one tab takes a page without a draft, and a key that is shown, off the other', async ({
  page,
  context,
}) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  await page.getByRole('button', { name: 'Generate token' }).click()
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue()
  const other = await context.newPage()
  await other.goto('/tickets')
  await logOut(other)
  await expect(page.getByRole('heading', { name: 'Log in to eDesk' })).toBeVisible()
  expect(await page.content()).not.toContain(key)
})

test('two tabs that start at once with nothing there find one set of data', async ({ context }) => {
  const pages = await Promise.all([context.newPage(), context.newPage()])
  await Promise.all(pages.map((page) => page.goto('/login')))
  for (const page of pages) {
    await expect(page.getByRole('button', { name: /^Log in as/ })).toHaveCount(3)
  }
  await logIn(pages[0], 'Admin, Professional', '/settings/users')
  await expect(pages[0].getByRole('table', { name: 'Users' }).getByRole('row')).toHaveCount(5)
})
