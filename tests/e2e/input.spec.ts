import { expect, test } from '../kit/playwright.ts'

test.use({ as: 'admin' })

test('an empty form says at each field what to do, and the first one takes the focus', async ({
  tokenFormPage,
}) => {
  await tokenFormPage.open()
  await tokenFormPage.generate()
  const { name, levels } = tokenFormPage
  await expect(name).toBeFocused()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAccessibleDescription(/Enter the name/)
  await expect(levels).toHaveAttribute('aria-invalid', 'true')
  await expect(levels).toHaveAccessibleDescription(/Choose what/)
  await name.fill('ShipFast')
  await expect(name).not.toHaveAttribute('aria-invalid')
  await tokenFormPage.generate()
  await expect(levels.getByRole('radio').first()).toBeFocused()
})

for (const [what, typed, error] of [
  ['only spaces', '   ', /Enter the name/],
  ['only invisible characters', '\u200b\u2060\u3164', /Enter the name/],
  ['81 characters', 'x'.repeat(81), /80 characters or fewer/],
  ['a control character', 'Ship\u0007Fast', /cannot be shown/],
] as const) {
  test(`a name of ${what} is refused at the field, and stays as it was typed`, async ({
    tokenFormPage,
    guards,
  }) => {
    guards.allowStatuses(422)
    await tokenFormPage.open()
    await tokenFormPage.fill({ name: typed })
    await tokenFormPage.generate()
    await expect(tokenFormPage.name).toHaveAccessibleDescription(error)
    await expect(tokenFormPage.name).toBeFocused()
    await expect(tokenFormPage.name).toHaveValue(typed)
  })
}

for (const other of ['ship fast', 'ＳＨＩＰＦＡＳＴ', ' Ship\u200bFast ']) {
  test(`a second token for ShipFast, as ${JSON.stringify(other)}, is refused at the field`, async ({
    demo,
    tokenFormPage,
    tokenKeyPage,
    guards,
  }) => {
    guards.allowStatuses(422)
    await demo.backend.addToken()
    await tokenFormPage.open()
    await tokenFormPage.fill({ name: other, description: 'stays' })
    await tokenFormPage.generate()
    const { name } = tokenFormPage
    await expect(name).toHaveAccessibleDescription(/Another token has this name/)
    await expect(name).toBeFocused()
    await expect(tokenFormPage.description).toHaveValue('stays')
    await name.fill('Another')
    await expect(name).not.toHaveAttribute('aria-invalid')
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
  })
}

for (const name of [
  '<img src=x onerror="alert(1)">',
  '{{ 7 * 7 }} ${1} javascript:alert(1)',
  '"quotes" & \'more\'',
  '👨‍👩‍👧‍👦 الشحن שילוח 配送',
  'x'.repeat(80),
  '👨‍👩‍👧‍👦'.repeat(80),
]) {
  test(`the name ${JSON.stringify(name.slice(0, 40))} is text, everywhere`, async ({
    page,
    tokenListPage,
    tokenFormPage,
    tokenKeyPage,
    tokenDetailsPage,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await tokenFormPage.open()
    await tokenFormPage.fill({ name, description: name })
    await tokenFormPage.generate()
    await tokenKeyPage.copy()
    await expect(page).toFitItsWidth()
    await tokenKeyPage.returnToList()
    await expect(tokenListPage.nameLink(name)).toBeVisible()
    await expect(page).toFitItsWidth()
    const { dialog } = await tokenListPage.askToDelete(name)
    await expect(dialog).toBeVisible()
    await expect(page).toFitItsWidth()
    await page.keyboard.press('Escape')
    await tokenListPage.openDetails(name)
    await expect(tokenDetailsPage.heading).toHaveText(name)
    await expect(page).toHaveTitle(`${name} – eDesk`)
    await expect(page).toFitItsWidth()
    await tokenDetailsPage.description.fill('changed')
    await tokenDetailsPage.save()
    await expect(tokenDetailsPage.status).toContainText(name)
  })
}

test('a name that turns its direction round does so only for itself', async ({
  demo,
  page,
  tokenListPage,
}) => {
  const name = 'Ship\u202Etsaf'
  await demo.backend.addToken({ name })
  await tokenListPage.open()
  await expect(page.getByRole('link', { name }).locator('bdi')).toHaveText(name)
  await page.getByRole('button', { name: /^Actions for/ }).click()
  await tokenListPage.menuItem('Delete token').click()
  const title = await page.getByRole('dialog').getByRole('heading').textContent()
  expect(title, 'closed before the question mark').toContain(`\u2068${name}\u2069?`)
})

test('80 people with their families fit into a name', async ({ page, tokenFormPage }) => {
  await tokenFormPage.open()
  await tokenFormPage.name.fill('👨‍👩‍👧‍👦'.repeat(80))
  await expect(page.getByText('80/80')).toBeVisible()
})

test('five clicks and Enter on "Generate token" make one token', async ({
  demo,
  tokenListPage,
  tokenFormPage,
  tokenKeyPage,
}) => {
  await tokenFormPage.open()
  await tokenFormPage.fill()
  await tokenFormPage.generateButton.evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 5; click += 1) button.click()
    button.form?.requestSubmit()
  })
  await expect(tokenKeyPage.heading).toBeVisible()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(tokenListPage.nameLink('ShipFast')).toHaveCount(1)
  await expect(tokenListPage.table.getByRole('row')).toHaveCount(2)
  expect(await demo.backend.tokens()).toHaveLength(1)
})

test('all features can be set at once, and each by itself', async ({ page, tokenFormPage }) => {
  await tokenFormPage.open()
  await tokenFormPage.level('Custom').check()
  await page.getByRole('button', { name: 'Set all to Read Only' }).click()
  await expect(page.getByRole('radio', { name: 'Read Only', checked: true })).toHaveCount(11)
  await expect(page.getByText('11 features Read Only')).toBeVisible()
  await tokenFormPage.permission('Messages', 'No Access').check()
  await expect(page.getByText('10 features Read Only')).toBeVisible()
  await tokenFormPage.level('Read-only').check()
  await expect(page.getByRole('radiogroup')).toHaveCount(1)
})

test('the access that was chosen is shown in the details, and cannot be changed there', async ({
  page,
  tokenListPage,
  tokenFormPage,
  tokenKeyPage,
  tokenDetailsPage,
}) => {
  await tokenFormPage.open()
  await tokenFormPage.fill({ features: { Contacts: 'Read Only' } })
  await tokenFormPage.generate()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await tokenListPage.openDetails('ShipFast')
  const { access } = tokenDetailsPage
  await expect(access).toContainText('Custom')
  await expect(access.getByRole('term')).toHaveCount(11)
  await expect(access.getByRole('definition').filter({ hasText: 'Read Only' })).toHaveCount(1)
  await expect(access).toContainText('add a new token')
  await expect(page.getByRole('radio')).toHaveCount(0)
})
