import { expect, test } from '#src/kit/playwright.ts'

test('the help article can be followed by keyboard alone', async ({ page }) => {
  await page.goto('/settings/api-tokens')
  await expect(page.getByRole('heading', { name: 'Log in to eDesk' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('admin@example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type('edesk-demo')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
  await tabTo('link', 'Add a token')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Add a token' })).toBeFocused()
  await tabTo('textbox', 'Token Name')
  await page.keyboard.type('ShipFast')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ships')
  await page.keyboard.press('Tab')
  const levels = page.getByRole('radiogroup', { name: 'Select Access Level' })
  await expect(levels.getByRole('radio', { name: 'Read-only' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(levels.getByRole('radio', { name: 'Custom' })).toBeChecked()
  await tabTo('radio', 'No Access')
  const orders = page.getByRole('radiogroup', { name: 'Sales Orders', exact: true })
  await expect(orders.getByRole('radio', { name: 'No Access' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(orders.getByRole('radio', { name: 'Read Only' })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(
    page
      .getByRole('radiogroup', { name: 'Sales Orders Notes' })
      .getByRole('radio', { name: 'No Access' }),
  ).toBeFocused()
  await tabTo('button', 'Generate token')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Copy your API key' })).toBeFocused()
  await tabTo('button', 'Copy')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Copied')
  await tabTo('button', 'Return to Token List')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeFocused()
  await tabTo('button', 'Actions for ShipFast')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete token' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Actions for ShipFast' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('d')
  await expect(page.getByRole('menuitem', { name: 'Delete token' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Delete token' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No API tokens yet')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  async function tabTo(role: 'link' | 'button' | 'radio' | 'textbox', name: string): Promise<void> {
    const target = page.getByRole(role, { name, exact: true })
    // If the list loads meanwhile, the focus may start over.
    await expect(target.first()).toBeVisible()
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab')
      if (
        await target.evaluateAll((elements) =>
          elements.includes(document.activeElement as Element as HTMLElement),
        )
      )
        return
    }
    throw new Error(`${role} "${name}" cannot be reached by Tab`)
  }
})
