import { addToken, expect, fillForm, generate, logIn, logOut, openForm, test } from './fixtures.ts'

test("an Admin follows the help article from log-in to the key, back to the list, and to the token's end", async ({
  page,
}) => {
  await page.goto('/settings/api-tokens')
  await expect(page.getByRole('heading', { level: 1, name: 'Log in to eDesk' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Email' }).fill('admin@example.com')
  await page.getByLabel('Password').fill('edesk-demo')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()

  // 3.3: the page opens and lists the tokens; there is none yet.
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
  await expect(page).toHaveTitle('API Tokens – eDesk')

  // 3.4: the form.
  await openForm(page)
  await expect(page.getByRole('group', { name: 'General' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Permissions' })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(page.getByRole('radiogroup')).toHaveCount(1)
  await fillForm(page, { description: 'Updates shipping details', level: 'Custom' })
  await expect(page.getByRole('radio', { name: 'No Access', checked: true })).toHaveCount(11)
  const features = page.getByRole('radiogroup').locator('visible=true')
  await expect(features).toHaveCount(12)
  await page
    .getByRole('radiogroup', { name: 'Sales Orders', exact: true })
    .getByRole('radio', { name: 'Full Access' })
    .check()
  await page
    .getByRole('radiogroup', { name: 'Tickets' })
    .getByRole('radio', { name: 'Full Access' })
    .check()
  await page
    .getByRole('radiogroup', { name: 'Users', exact: true })
    .getByRole('radio', { name: 'Read Only' })
    .check()
  await expect(page.getByText('2 features with Full Access, 1 Read Only')).toBeVisible()
  await expect(
    page.getByText('Can read and change Sales Orders and Tickets. Can read Users. Nothing else.'),
  ).toBeVisible()

  // 3.5 and 3.6: the key, once.
  const key = await generate(page)
  expect(key).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
  await expect(page).toHaveURL(/\/settings\/api-tokens\/[^/]+\/key$/)
  await expect(page.getByText('only opportunity')).toBeVisible()
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('status')).toContainText('Copied')

  // 3.7: the new token is in the list.
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  const table = page.getByRole('table', { name: 'API Tokens' })
  for (const column of ['Name', 'Access', 'Created', 'Last used']) {
    await expect(table.getByRole('columnheader', { name: column, exact: true })).toBeVisible()
  }
  const row = table.getByRole('row', { name: /ShipFast/ })
  await expect(row).toContainText('Updates shipping details')
  await expect(row).toContainText('Never used')
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^Custom/)

  // 5: the details, and a change.
  await row.getByRole('link', { name: 'ShipFast' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeFocused()
  await expect(page.getByText('cannot be shown again')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Token Name' }).fill('ShipFast Pro')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast Pro' })).toBeVisible()

  // 4: the end.
  await page.getByRole('link', { name: 'API Tokens' }).first().click()
  await page.getByRole('button', { name: 'Actions for ShipFast Pro' }).click()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete ShipFast Pro?' })
  await expect(dialog).toContainText('It has never been used')
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect(page.getByRole('status')).toContainText('ShipFast Pro')
  await expect(page.getByText('No API tokens yet')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('Cancel and Escape delete nothing, and give the focus back', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  const ellipsis = page.getByRole('button', { name: 'Actions for ShipFast' })
  for (const leave of [
    () => page.getByRole('button', { name: 'Cancel' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await ellipsis.click()
    await page.getByRole('menuitem', { name: 'Delete token' }).click()
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await leave()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(ellipsis).toBeFocused()
    await expect(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
  }
})

test('a token can be deleted from its details', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await page.getByRole('textbox', { name: 'Token Name' }).fill('typed and not saved')
  await page.getByRole('button', { name: 'Delete token' }).click()
  await page
    .getByRole('dialog', { name: 'Delete ShipFast?' })
    .getByRole('button', { name: 'Delete token' })
    .click()
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(page.getByRole('status')).toContainText('ShipFast')
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('what was typed is asked about before it is left, and stays if one stays', async ({
  page,
}) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page, 'nothing typed, nothing asked').toHaveURL('/settings/api-tokens')

  await openForm(page)
  await fillForm(page)
  await page.goBack()
  const dialog = page.getByRole('dialog', { name: 'Discard what you typed?' })
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page).toHaveURL('/settings/api-tokens/new')
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('logging in is refused kindly with a wrong password, and what was typed stays', async ({
  page,
  guards,
}) => {
  guards.allowStatuses(401)
  await page.goto('/login')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Email' }).fill('admin@example.com')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('do not belong together')
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('admin@example.com')
  await expect(page.getByLabel('Password')).toBeFocused()
})

test('one is led to the page first asked for, and never out of the application', async ({
  page,
}) => {
  await logIn(page, 'Admin, Professional', '/settings/plan')
  await expect(page).toHaveURL('/settings/plan')
  await logOut(page)
  await page.goto('/login?returnTo=//evil.example/')
  await page.getByRole('button', { name: 'Log in as Admin, Professional plan' }).click()
  await expect(page).toHaveURL('/settings/api-tokens')
})

test('the start page is the tokens for an Admin, the tickets for an Agent', async ({ page }) => {
  await logIn(page, 'Agent, Professional')
  await expect(page).toHaveURL('/tickets')
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Tickets',
  ])
  await logOut(page)
  await logIn(page, 'Admin, Professional')
  await expect(page).toHaveURL('/settings/api-tokens')
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Tickets',
    'Settings',
  ])
})

test('an address that leads nowhere says so, and offers a way back', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to eDesk' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeVisible()
})

test("a token's address that leads nowhere says so", async ({ page, guards }) => {
  guards.allowStatuses(404)
  await logIn(page, 'Admin, Professional', '/settings/api-tokens/tok_unknown')
  await expect(
    page.getByRole('heading', { level: 1, name: 'This token does not exist' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Go to API Tokens' }).click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('an agent reads a ticket with its order and the tracking', async ({ page }) => {
  await logIn(page, 'Agent, Professional')
  await page
    .getByRole('table', { name: 'Tickets' })
    .getByRole('link', { name: 'One mug arrived broken' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One mug arrived broken')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    'the third has a crack',
  )
  const order = page.getByRole('region', { name: 'Order' })
  await expect(order).toContainText('NW-1003')
  const tracking = order.getByRole('list', { name: 'Tracking' }).getByRole('listitem')
  await expect(tracking).toContainText('An Post')
  await expect(tracking.getByRole('link', { name: 'CE123456785IE' })).toHaveAttribute(
    'rel',
    /noopener/,
  )
})

test('help is a click away, and leads on', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
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
  page,
}) => {
  await logIn(page, 'Admin, Professional')
  await page.evaluate(async () => {
    for (let number = 10; number < 37; number += 1) {
      await fetch('/api/tokens', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `many-${number}-0000` },
        body: JSON.stringify({ name: `App ${number}`, accessLevel: 'read_only' }),
      })
    }
  })
  await page.reload()
  const names = page.getByRole('table', { name: 'API Tokens' }).getByRole('link')
  await expect(names).toHaveCount(25)
  await expect(names.first()).toHaveText('App 36')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click()
  await expect(names).toHaveText(['App 11', 'App 10'])
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect(names.first()).toHaveText('App 10')
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await page.reload()
  await expect(names.first()).toHaveText('App 10')
})
