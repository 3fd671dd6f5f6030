import {
  addToken,
  expect,
  expectNoSidewaysScrolling,
  fillForm,
  generate,
  logIn,
  openForm,
  test,
} from './fixtures.ts'

test.beforeEach(async ({ page }) => {
  await logIn(page, 'Admin, Professional')
})

test('an empty form says at each field what to do, and the first one takes the focus', async ({
  page,
}) => {
  await openForm(page)
  await page.getByRole('button', { name: 'Generate token' }).click()
  const name = page.getByRole('textbox', { name: 'Token Name' })
  await expect(name).toBeFocused()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAccessibleDescription(/Enter the name/)
  const levels = page.getByRole('radiogroup', { name: 'Select Access Level' })
  await expect(levels).toHaveAttribute('aria-invalid', 'true')
  await expect(levels).toHaveAccessibleDescription(/Choose what/)
  await name.fill('ShipFast')
  await expect(name).not.toHaveAttribute('aria-invalid')
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(levels.getByRole('radio').first()).toBeFocused()
})

for (const [what, typed, error] of [
  ['only spaces', '   ', /Enter the name/],
  ['only invisible characters', '\u200b\u2060\u3164', /Enter the name/],
  ['81 characters', 'x'.repeat(81), /80 characters or fewer/],
  ['a control character', 'Ship\u0007Fast', /cannot be shown/],
] as const) {
  test(`a name of ${what} is refused at the field, and stays as it was typed`, async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(422)
    await openForm(page)
    await fillForm(page, { name: typed })
    await page.getByRole('button', { name: 'Generate token' }).click()
    const name = page.getByRole('textbox', { name: 'Token Name' })
    await expect(name).toHaveAccessibleDescription(error)
    await expect(name).toBeFocused()
    await expect(name).toHaveValue(typed)
  })
}

for (const other of ['ship fast', 'ＳＨＩＰＦＡＳＴ', ' Ship\u200bFast ']) {
  test(`a second token for ShipFast, as ${JSON.stringify(other)}, is refused at the field`, async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(422)
    await addToken(page)
    await openForm(page)
    await fillForm(page, { name: other, description: 'stays' })
    await page.getByRole('button', { name: 'Generate token' }).click()
    const name = page.getByRole('textbox', { name: 'Token Name' })
    await expect(name).toHaveAccessibleDescription(/Another token has this name/)
    await expect(name).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Token Description' })).toHaveValue('stays')
    await name.fill('Another')
    await expect(name).not.toHaveAttribute('aria-invalid')
    await generate(page)
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
  test(`the name ${JSON.stringify(name.slice(0, 40))} is text, everywhere`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await addToken(page, { name, description: name })
    await expectNoSidewaysScrolling(page)
    await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete token' }).click()
    await expect(page.getByRole('dialog', { name: `Delete ${name}?`, exact: true })).toBeVisible()
    await expectNoSidewaysScrolling(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page).toHaveTitle(`${name} – eDesk`)
    await expectNoSidewaysScrolling(page)
    await page.getByRole('textbox', { name: 'Token Description' }).fill('changed')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByRole('status')).toContainText(name)
  })
}

test('a name that turns its direction round does so only for itself', async ({ page }) => {
  const name = 'Ship\u202Etsaf'
  await addToken(page, { name })
  await expect(page.getByRole('link', { name }).locator('bdi')).toHaveText(name)
  await page.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  const title = await page.getByRole('dialog').getByRole('heading').textContent()
  expect(title, 'closed before the question mark').toContain(`\u2068${name}\u2069?`)
})

test('80 people with their families fit into a name', async ({ page }) => {
  await openForm(page)
  await page.getByRole('textbox', { name: 'Token Name' }).fill('👨‍👩‍👧‍👦'.repeat(80))
  await expect(page.getByText('80/80')).toBeVisible()
})

test('five clicks and Enter on "Generate token" make one token', async ({ page }) => {
  await openForm(page)
  await fillForm(page)
  await page
    .getByRole('button', { name: 'Generate token' })
    .evaluate((button: HTMLButtonElement) => {
      for (let click = 0; click < 5; click += 1) button.click()
      button.form?.requestSubmit()
    })
  await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await expect(page.getByRole('link', { name: 'ShipFast' })).toHaveCount(1)
  await expect(page.getByRole('table', { name: 'API Tokens' }).getByRole('row')).toHaveCount(2)
})

test('all features can be set at once, and each by itself', async ({ page }) => {
  await openForm(page)
  await page.getByRole('radio', { name: 'Custom' }).check()
  await page.getByRole('button', { name: 'Set all to Read Only' }).click()
  await expect(page.getByRole('radio', { name: 'Read Only', checked: true })).toHaveCount(11)
  await expect(page.getByText('11 features Read Only')).toBeVisible()
  await page
    .getByRole('radiogroup', { name: 'Messages' })
    .getByRole('radio', { name: 'No Access' })
    .check()
  await expect(page.getByText('10 features Read Only')).toBeVisible()
  await page.getByRole('radio', { name: 'Read-only' }).check()
  await expect(page.getByRole('radiogroup')).toHaveCount(1)
})

test('the access that was chosen is shown in the details, and cannot be changed there', async ({
  page,
}) => {
  await openForm(page)
  await fillForm(page, { level: 'Custom' })
  await page
    .getByRole('radiogroup', { name: 'Contacts' })
    .getByRole('radio', { name: 'Read Only' })
    .check()
  await generate(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await page.getByRole('link', { name: 'ShipFast' }).click()
  const access = page.getByRole('region', { name: 'Access' })
  await expect(access).toContainText('Custom')
  await expect(access.getByRole('term')).toHaveCount(11)
  await expect(access.getByRole('definition').filter({ hasText: 'Read Only' })).toHaveCount(1)
  await expect(access).toContainText('add a new token')
  await expect(page.getByRole('radio')).toHaveCount(0)
})
