import { expect, test } from '../kit/playwright.ts'

test.use({ as: 'admin' })

test('the reference is found from the help, and an address leads to one of its operations', async ({
  demo,
  page,
}) => {
  await demo.open('/help/getting-started')
  await page.getByRole('link', { name: 'API reference' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'API reference' })).toBeFocused()
  await expect(page).toHaveTitle('API reference – eDesk')

  await page.goto('/help/api#createMessage')
  const operation = page.locator('details:has(#createMessage)')
  await expect(page.locator('#createMessage')).toBeFocused()
  await expect(page.locator('#createMessage')).toBeInViewport()
  await expect(operation).toContainText('Full Access to Messages')
  await expect(operation).toContainText('Bearer YOUR_API_KEY')
})

test.describe('for an Agent', () => {
  test.use({ as: 'agent' })

  test('an operation is found and opened with the keyboard alone', async ({ demo, page }) => {
    await demo.open('/help/api')
    const search = page.getByRole('searchbox', { name: 'Search operations' })
    await search.focus()
    await page.keyboard.type('replace tracking')
    await expect(page.getByText('1 operation', { exact: true })).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const operation = page.locator('details:has(#updateSalesOrderTrackingLinks)')
    await expect(operation).toHaveAttribute('open')
    await expect(operation).toContainText('Full Access to Sales Orders')
  })
})

test('the contents lead to a chapter, and Back returns', async ({ demo, page }) => {
  await demo.open('/help/api')
  await page.getByRole('navigation', { name: 'On this page' }).getByText('Errors').click()
  await expect(page.getByRole('heading', { level: 2, name: 'Errors' })).toBeFocused()
  await expect(page.getByRole('heading', { level: 2, name: 'Errors' })).toBeInViewport()
  await page.goBack()
  await expect(page).toHaveURL(/\/help\/api$/)
})

test('the example of a request can be copied', async ({ demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await demo.open('/help/api#whoami')
  await page.getByRole('button', { name: 'Copy the request' }).click()
  await expect(page.getByText('It is on the clipboard.')).toBeVisible()
})
