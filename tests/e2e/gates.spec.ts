import { expect, test } from '../kit/playwright.ts'

for (const address of [
  '/settings/api-tokens',
  '/settings/api-tokens/new',
  '/settings/api-tokens/tok_1',
]) {
  test(`nobody gets to ${address} without logging in`, async ({ page, loginPage }) => {
    await page.goto(address)
    await expect(loginPage.heading).toBeVisible()
    await expect(page).toHaveURL(/\/login/)
  })

  test.describe(() => {
    test.use({ as: 'agent' })

    test(`an Agent at ${address} is told what is needed and who can help`, async ({
      demo,
      page,
      accessGate,
      tokenListPage,
    }) => {
      await demo.open(address)
      await expect(accessGate.heading).toHaveText('API Tokens')
      await expect(accessGate.adminNeeded).toBeVisible()
      await expect(page.getByText('Alex Morgan')).toBeVisible()
      await expect(page.getByText('Robin Field')).toBeVisible()
      await expect(tokenListPage.addLink).toHaveCount(0)
    })
  })

  test.describe(() => {
    test.use({ scenario: 'starter' })

    test(`an Admin below the Professional plan at ${address} is shown the plans`, async ({
      demo,
      accessGate,
    }) => {
      await demo.open(address)
      await expect(accessGate.heading).toHaveText('API Tokens')
      await expect(accessGate.planNeeded).toBeVisible()
      await expect(accessGate.seePlansLink).toBeVisible()
    })
  })
}

test('an Agent asks for Admin access, an Admin grants it, and the Agent has the page at once', async ({
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
  await expect(usersPage.accessRequests).toContainText('Nobody is waiting')
  await expect(usersPage.table.getByRole('row', { name: /Sam Rivera/ })).toContainText('Admin')
  await header.logOut()

  await loginPage.logInAs('Agent, Professional')
  await expect(tokenListPage.emptyNote).toBeVisible()
})

test.describe('for an Agent', () => {
  test.use({ as: 'agent' })

  test('a request that is declined can be made again', async ({ demo, page, accessGate }) => {
    await accessGate.open()
    await accessGate.requestAdminAccess()
    await expect(page.getByText('You have requested Admin access')).toBeVisible()
    const admin = await demo.as('admin', '/settings/users')
    await admin.usersPage.decline('Sam Rivera')
    await expect(admin.usersPage.status).toContainText('declined')
    await expect(page.getByText('declined your last request')).toBeVisible()
    await expect(accessGate.requestButton).toBeVisible()
  })

  test('somebody who is granted access while waiting on the page is let in by itself', async ({
    demo,
    page,
    accessGate,
    tokenListPage,
  }) => {
    await accessGate.open()
    await accessGate.requestAdminAccess()
    await expect(page.getByText('You have requested Admin access')).toBeVisible()
    // Another browser's Admin: here, the backend's data are changed as that would, without a word to this one.
    const { world } = await demo.control.state()
    await page.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.onerror = () => reject(new Error('not opened'))
          opening.onsuccess = () => {
            const users = opening.result.transaction('users', 'readwrite').objectStore('users')
            const reading = users.get('usr_sam')
            reading.onsuccess = () => {
              users.put({ ...(reading.result as object), role: 'admin' }).onsuccess = () =>
                resolve()
            }
          }
        }),
      `edesk-${world}`,
    )
    await expect(tokenListPage.emptyNote).toBeVisible()
  })

  test('the backend refuses as well what the page does not offer', async ({
    demo,
    page,
    guards,
  }) => {
    guards.allowStatuses(403)
    await demo.open('/tickets')
    const answer = await page.evaluate(async () => {
      const response = await fetch('/api/tokens', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'sneaking-in-1' },
        body: JSON.stringify({ name: 'Sneaky', accessLevel: 'full_access' }),
      })
      return { status: response.status, body: (await response.json()) as unknown }
    })
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/admin-required' } })
    expect(await demo.backend.tokens()).toEqual([])
  })
})

test.describe('on the Starter plan', () => {
  test.use({ scenario: 'starter' })

  test('an Admin moves the business to Professional and is then let in', async ({
    page,
    accessGate,
    planPage,
    tokenListPage,
  }) => {
    await accessGate.open()
    await accessGate.seePlansLink.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
    await planPage.moveTo('Professional')
    await expect(planPage.status).toContainText('Professional')
    await page
      .getByRole('navigation', { name: 'Settings' })
      .getByRole('link', { name: 'API Tokens' })
      .click()
    await expect(tokenListPage.emptyNote).toBeVisible()
  })
})

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('a plan that falls while the form is open is told, and nothing that was typed is lost', async ({
    demo,
    tokenFormPage,
    tokenKeyPage,
    guards,
  }) => {
    guards.allowStatuses(403)
    await tokenFormPage.open()
    await tokenFormPage.fill()

    const { planPage } = await demo.as('admin', '/settings/plan')
    await planPage.moveTo('Starter')
    await expect(planPage.status).toContainText('Starter')

    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toContainText('Professional plan')
    await expect(tokenFormPage.name).toHaveValue('ShipFast')

    await planPage.moveTo('Professional')
    await expect(planPage.status).toContainText('Professional')
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
  })
})
