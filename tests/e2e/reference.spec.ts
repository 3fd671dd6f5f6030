import { expect, test } from '#src/kit/playwright.ts'

test.use({ as: 'admin' })

test('copies the example request', async ({ demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await demo.open('/help/api#whoami')
  await page.getByRole('button', { name: 'Copy request' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
})
