import { expect, test } from '../kit/playwright.ts'

test.use({ as: 'admin' })

const screens = [
  { address: '/settings/api-tokens', operation: 'listTokens', shows: 'No API tokens yet' },
  { address: '/settings/users', operation: 'listMembers', shows: 'Robin Field' },
  { address: '/settings/plan', operation: 'getPlan', shows: 'Your plan' },
  { address: '/tickets', operation: 'listTicketViews', shows: 'Where is my order?' },
  { address: '/tickets/1', operation: 'getTicketView', shows: 'Maja Lindqvist' },
  { address: '/settings/plan', operation: 'getSession', shows: 'Your plan' },
]

for (const { address, operation, shows } of screens) {
  for (const what of ['lost', 'rubbish', '500']) {
    test.describe(() => {
      test.use({ faults: [`${operation}:${what}@1`] })

      test(`${address}: ${operation} ends in ${what}: told, and Retry brings it back`, async ({
        demo,
        page,
      }) => {
        await demo.open(address)
        await expect(page.getByRole('alert')).toBeVisible()
        await page.getByRole('button', { name: 'Retry' }).click()
        await expect(page.getByText(shows).first()).toBeVisible()
        await expect(page.getByRole('alert')).toHaveCount(0)
      })
    })
  }
}

test.describe('a list that is late', () => {
  test.use({ faults: ['listTokens:late-1500@1'] })

  test('shows its shape, then itself', async ({ page, tokenListPage }) => {
    await tokenListPage.open()
    await expect(page.locator('[aria-busy=true]')).toBeVisible()
    await expect(tokenListPage.heading).toBeVisible()
    await expect(tokenListPage.emptyNote).toBeVisible()
  })
})

test.describe('a service that never answers', () => {
  test.use({ faults: ['listTokens:never'] })

  test('is told within some seconds', async ({ tokenListPage }) => {
    await tokenListPage.open()
    await expect(tokenListPage.alert).toContainText('has not answered in time')
  })
})

test('a token that cannot be loaded can be tried again', async ({
  demo,
  page,
  tokenListPage,
  tokenDetailsPage,
}) => {
  await demo.backend.addToken()
  await demo.faults.add('getToken:lost@1')
  await tokenListPage.open()
  await tokenListPage.openDetails('ShipFast')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
})

for (const what of ['lost', 'lost-after-commit', 'rubbish', '500']) {
  test(`a creation whose answer is ${what} is told, keeps what was typed, and a second try makes one token`, async ({
    demo,
    tokenListPage,
    tokenFormPage,
    tokenKeyPage,
  }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill({ description: 'Ships' })
    await demo.faults.add(`createToken:${what}@1`)
    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toContainText('never two')
    await expect(tokenFormPage.description).toHaveValue('Ships')
    await tokenFormPage.generate()
    await tokenKeyPage.copy()
    await tokenKeyPage.returnToList()
    await expect(tokenListPage.nameLink('ShipFast')).toHaveCount(1)
    expect(await demo.backend.tokens()).toHaveLength(1)
  })
}

test('a creation whose answer was lost, then asked for under the same name with other details, says what to do', async ({
  demo,
  tokenFormPage,
  guards,
}) => {
  guards.allowStatuses(422)
  await tokenFormPage.open()
  await tokenFormPage.fill()
  await demo.faults.add('createToken:lost-after-commit@1')
  await tokenFormPage.generate()
  await expect(tokenFormPage.alert).toBeVisible()
  await tokenFormPage.description.fill('changed in between')
  await tokenFormPage.generate()
  await expect(tokenFormPage.name).toHaveAccessibleDescription(/its key never reached you/)
})

test('a change that cannot be saved is told, and can be saved at the next try', async ({
  demo,
  tokenDetailsPage,
}) => {
  const { id } = await demo.backend.addToken()
  await tokenDetailsPage.open(id)
  await tokenDetailsPage.name.fill('Renamed')
  await demo.faults.add('updateToken:lost@1')
  await tokenDetailsPage.save()
  await expect(tokenDetailsPage.alert).toContainText('could not be reached')
  await expect(tokenDetailsPage.name).toHaveValue('Renamed')
  await tokenDetailsPage.save()
  await expect(tokenDetailsPage.status).toContainText('Saved')
  await expect(tokenDetailsPage.alert).toHaveCount(0)
})

test('a deletion that fails is told in its dialog, and can be tried again', async ({
  demo,
  tokenListPage,
}) => {
  await demo.backend.addToken()
  await tokenListPage.open()
  await demo.faults.add('deleteToken:500@1')
  const { deleteButton, alert } = await tokenListPage.askToDelete('ShipFast')
  await deleteButton.click()
  await expect(alert).toContainText('went wrong')
  await deleteButton.click()
  await expect(tokenListPage.emptyNote).toBeVisible()
})

test.describe('where nobody is logged in', () => {
  test.use({ as: 'nobody', faults: ['logIn:lost@1'] })

  test('logging in while the service is away is told, and works when it is back', async ({
    loginPage,
    tokenListPage,
  }) => {
    await loginPage.open()
    await loginPage.logInAs('Admin, Professional')
    await expect(loginPage.alert).toContainText('could not be reached')
    await loginPage.logInAs('Admin, Professional')
    await expect(tokenListPage.emptyNote).toBeVisible()
  })
})

test('logging out while the service is away is told, and one is still logged in', async ({
  demo,
  page,
  header,
  tokenListPage,
}) => {
  await tokenListPage.open()
  await demo.faults.add('logOut:lost@1')
  await header.logOut()
  await expect(header.dialog('You are still logged in')).toContainText('could not be reached')
  await page.keyboard.press('Escape')
  await expect(tokenListPage.emptyNote).toBeVisible()
})

test('storage that is full is told, and nothing that was typed is lost', async ({
  page,
  tokenFormPage,
  guards,
}) => {
  guards.allowStatuses(503, 507)
  await tokenFormPage.open()
  await tokenFormPage.fill()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await tokenFormPage.generate()
  await expect(tokenFormPage.alert).toContainText('no room left')
  await expect(tokenFormPage.name).toHaveValue('ShipFast')
})

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
