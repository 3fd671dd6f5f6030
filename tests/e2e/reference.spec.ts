import { expect, test } from '../kit/playwright.ts'

test.use({ as: 'admin' })

test('the example of a request can be copied', async ({ demo, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await demo.open('/help/api#whoami')
  await page.getByRole('button', { name: 'Copy the request' }).click()
  await expect(page.getByText('It is on the clipboard.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no fault that axe can find in it, wide and narrow, ${colorScheme}`, async ({
    demo,
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme })
    await demo.open('/help/api')
    for (const id of ['listTickets', 'createTag', 'createTicket']) {
      await page.locator(`#${id}`).click()
    }
    await page.getByText('Codes of wrong fields').first().click()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await expect(page).toFitItsWidth()
      await expect(page).toHaveNoAccessibilityFaults()
    }
  })
}
