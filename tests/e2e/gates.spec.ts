import { expect, logIn, logOut, test } from './fixtures.ts'

for (const address of [
  '/settings/api-tokens',
  '/settings/api-tokens/new',
  '/settings/api-tokens/tok_1',
]) {
  test(`nobody gets to ${address} without logging in`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Log in to eDesk' })).toBeVisible()
    await expect(page).toHaveURL(/\/login/)
  })

  test(`an Agent at ${address} is told what is needed and who can help`, async ({ page }) => {
    await logIn(page, 'Agent, Professional', address)
    await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeVisible()
    await expect(page.getByText('Admin login')).toBeVisible()
    await expect(page.getByText('Alex Morgan')).toBeVisible()
    await expect(page.getByText('Robin Field')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Add a token' })).toHaveCount(0)
  })

  test(`an Admin below the Professional plan at ${address} is shown the plans`, async ({
    page,
  }) => {
    await logIn(page, 'Admin, Starter', address)
    await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeVisible()
    await expect(page.getByText('Professional plan')).toBeVisible()
    await expect(page.getByRole('link', { name: 'See plans' })).toBeVisible()
  })
}

test('an Agent asks for Admin access, an Admin grants it, and the Agent has the page at once', async ({
  page,
}) => {
  await logIn(page, 'Agent, Professional', '/settings/api-tokens')
  await page.getByRole('button', { name: 'Request Admin access' }).click()
  await expect(page.getByRole('status')).toContainText('requested')
  await expect(page.getByRole('button', { name: 'Request Admin access' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('You have requested Admin access')).toBeVisible()
  await logOut(page)

  await logIn(page, 'Admin, Professional')
  const users = page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('listitem')
    .filter({ hasText: 'Users' })
  await expect(users).toContainText('1 open access request')
  await page.getByRole('link', { name: 'Users' }).click()
  const requests = page.getByRole('region', { name: 'Access requests' })
  await requests.getByRole('button', { name: 'Grant Admin access to Sam Rivera' }).click()
  await expect(page.getByRole('status')).toContainText('Sam Rivera')
  await expect(requests).toContainText('Nobody is waiting')
  await expect(
    page.getByRole('table', { name: 'Users' }).getByRole('row', { name: /Sam Rivera/ }),
  ).toContainText('Admin')
  await logOut(page)

  await page.getByRole('button', { name: 'Log in as Agent, Professional plan' }).click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('a request that is declined can be made again', async ({ page }) => {
  await logIn(page, 'Agent, Professional', '/settings/api-tokens')
  await page.getByRole('button', { name: 'Request Admin access' }).click()
  await logOut(page)
  await logIn(page, 'Admin, Professional', '/settings/users')
  await page.getByRole('button', { name: 'Decline Sam Rivera' }).click()
  await expect(page.getByRole('status')).toContainText('declined')
  await logOut(page)
  await page.goto('/settings/api-tokens')
  await page.getByRole('button', { name: 'Log in as Agent, Professional plan' }).click()
  await expect(page.getByText('declined your last request')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Request Admin access' })).toBeVisible()
})

test('somebody who is granted access while waiting on the page is let in by itself', async ({
  page,
}) => {
  await logIn(page, 'Agent, Professional', '/settings/api-tokens')
  await page.getByRole('button', { name: 'Request Admin access' }).click()
  await expect(page.getByText('You have requested Admin access')).toBeVisible()
  // Another browser's Admin: here, the backend's data are changed as that would.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('edesk')
        opening.onerror = () => reject(new Error('not opened'))
        opening.onsuccess = () => {
          const users = opening.result.transaction('users', 'readwrite').objectStore('users')
          const reading = users.get('usr_sam')
          reading.onsuccess = () => {
            users.put({ ...(reading.result as object), role: 'admin' }).onsuccess = () => resolve()
          }
        }
      }),
  )
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('an Admin moves the business to Professional and is then let in', async ({ page }) => {
  await logIn(page, 'Admin, Starter', '/settings/api-tokens')
  await page.getByRole('link', { name: 'See plans' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
  await page.getByRole('button', { name: 'Move to Professional' }).click()
  await expect(page.getByRole('status')).toContainText('Professional')
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: 'API Tokens' })
    .click()
  await expect(page.getByText('No API tokens yet')).toBeVisible()
})

test('the backend refuses as well what the page does not offer', async ({ page, guards }) => {
  guards.allowStatuses(403)
  await logIn(page, 'Agent, Professional')
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'sneaking-in-1' },
      body: JSON.stringify({ name: 'Sneaky', accessLevel: 'full_access' }),
    })
    return { status: response.status, body: (await response.json()) as unknown }
  })
  expect(answer).toMatchObject({ status: 403, body: { type: '/problems/admin-required' } })
})

test('a plan that falls while the form is open is told, and nothing that was typed is lost', async ({
  page,
  context,
  guards,
}) => {
  guards.allowStatuses(403)
  await logIn(page, 'Admin, Professional', '/settings/api-tokens/new')
  await page.getByRole('textbox', { name: 'Token Name' }).fill('ShipFast')
  await page.getByRole('radio', { name: 'Read-only' }).check()

  const other = await context.newPage()
  await other.goto('/settings/plan')
  await other.getByRole('button', { name: 'Move to Starter' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Move to Starter' }).click()
  await expect(other.getByRole('status')).toContainText('Starter')

  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('alert')).toContainText('Professional plan')
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue('ShipFast')

  await other.getByRole('button', { name: 'Move to Professional' }).click()
  await expect(other.getByRole('status')).toContainText('Professional')
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
})
