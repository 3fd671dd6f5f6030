import {
  addToken,
  expect,
  type Fault,
  fillForm,
  generate,
  injectFaults,
  logIn,
  openForm,
  test,
} from './fixtures.ts'

const always = (fault: Fault) => Array.from({ length: 10 }, () => fault)

const screens = [
  { address: '/settings/api-tokens', call: 'GET /api/tokens', shows: 'No API tokens yet' },
  { address: '/settings/users', call: 'GET /api/users', shows: 'Robin Field' },
  { address: '/settings/plan', call: 'GET /api/plan', shows: 'Your plan' },
  { address: '/tickets', call: 'GET /api/tickets', shows: 'Where is my order?' },
  { address: '/tickets/1', call: 'GET /api/tickets/*', shows: 'Maja Lindqvist' },
  { address: '/settings/plan', call: 'GET /api/session', shows: 'Your plan' },
]

for (const { address, call, shows } of screens) {
  for (const fault of ['lost', 'rubbish', { status: 500 }] satisfies Fault[]) {
    test(`${address}: ${call} ends in ${JSON.stringify(fault)}: told, and Retry brings it back`, async ({
      page,
    }) => {
      await logIn(page, 'Admin, Professional')
      // The first answer, and what asks once more after it.
      await injectFaults(page, { [call]: [fault] })
      await page.goto(address)
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByRole('button', { name: 'Retry' }).click()
      await expect(page.getByText(shows).first()).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  }
}

test('a list that is late shows its shape, then itself', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await injectFaults(page, { 'GET /api/tokens': [{ late: 1500 }] })
  await page.reload()
  await expect(page.locator('[aria-busy=true]')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeVisible()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('a service that never answers is told within some seconds', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await injectFaults(page, { 'GET /api/tokens': always('never') })
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('has not answered in time', {
    timeout: 15_000,
  })
})

test('a token that cannot be loaded can be tried again', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  await injectFaults(page, { 'GET /api/tokens/*': ['lost'] })
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
})

for (const fault of ['lost', 'lost-after-commit', 'rubbish', { status: 500 }] satisfies Fault[]) {
  test(`a creation whose answer is ${JSON.stringify(fault)} is told, keeps what was typed, and a second try makes one token`, async ({
    page,
  }) => {
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page, { description: 'Ships' })
    await injectFaults(page, { 'POST /api/tokens': [fault] })
    await page.getByRole('button', { name: 'Generate token' }).click()
    await expect(page.getByRole('alert')).toContainText('never two')
    await expect(page.getByRole('textbox', { name: 'Token Description' })).toHaveValue('Ships')
    await generate(page)
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('button', { name: 'Return to Token List' }).click()
    await expect(page.getByRole('link', { name: 'ShipFast' })).toHaveCount(1)
  })
}

test('a creation whose answer was lost, then asked for under the same name with other details, says what to do', async ({
  page,
  guards,
}) => {
  guards.allowStatuses(422)
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  await injectFaults(page, { 'POST /api/tokens': ['lost-after-commit'] })
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('textbox', { name: 'Token Description' }).fill('changed in between')
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveAccessibleDescription(
    /its key never reached you/,
  )
})

test('a change that cannot be saved is told, and can be saved at the next try', async ({
  page,
}) => {
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  await page.getByRole('link', { name: 'ShipFast' }).click()
  await page.getByRole('textbox', { name: 'Token Name' }).fill('Renamed')
  await injectFaults(page, { 'PATCH /api/tokens/*': ['lost'] })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('alert')).toContainText('could not be reached')
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('Renamed')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a deletion that fails is told in its dialog, and can be tried again', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await addToken(page)
  await injectFaults(page, { 'DELETE /api/tokens/*': [{ status: 500 }] })
  await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete ShipFast?' })
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('went wrong')
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('logging in while the service is away is told, and works when it is back', async ({
  page,
}) => {
  await injectFaults(page, { 'POST /api/session': ['lost'] })
  await page.goto('/login')
  await page.getByRole('button', { name: 'Log in as Admin, Professional plan' }).click()
  await expect(page.getByRole('alert')).toContainText('could not be reached')
  await page.getByRole('button', { name: 'Log in as Admin, Professional plan' }).click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('logging out while the service is away is told, and one is still logged in', async ({
  page,
}) => {
  await logIn(page, 'Admin, Professional')
  await injectFaults(page, { 'DELETE /api/session': ['lost'] })
  await page.getByRole('button', { name: /Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Log out' }).click()
  await expect(page.getByRole('dialog', { name: 'You are still logged in' })).toContainText(
    'could not be reached',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

for (const [what, sabotage, told] of [
  [
    'full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
    },
    'no room left',
  ],
] as const) {
  test(`storage that is ${what} is told, and nothing that was typed is lost`, async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(503, 507)
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page)
    await page.evaluate(sabotage)
    await page.getByRole('button', { name: 'Generate token' }).click()
    await expect(page.getByRole('alert')).toContainText(told)
    await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')
  })
}

test('storage of a newer version is told, never a blank page', async ({ page, guards }) => {
  guards.allowStatuses(503)
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name, version) => {
      if (name === 'edesk' && version !== undefined) throw new DOMException('newer', 'VersionError')
      return open(name)
    }
  })
  await page.goto('/settings/api-tokens')
  await expect(page.getByRole('alert')).toContainText('newer version')
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible()
})

test('a browser without storage is told, never a blank page', async ({ page, guards }) => {
  guards.allowStatuses(503)
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('Allow storage')
})
