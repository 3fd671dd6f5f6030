import { expect, test } from '#src/kit/playwright.ts'

test('keeps the chosen appearance after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/login')
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(colour).toBe('rgb(246, 247, 249)')
  await page.getByRole('button', { name: /Appearance/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect.poll(colour).toBe('rgb(16, 21, 29)')
  await page.reload()
  await expect.poll(colour).toBe('rgb(16, 21, 29)')
  await page.getByRole('button', { name: /Appearance/ }).click()
  await page.getByRole('menuitemradio', { name: 'System' }).click()
  await expect.poll(colour).toBe('rgb(246, 247, 249)')
})
