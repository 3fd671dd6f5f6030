import { expect, test } from '#src/kit/playwright.ts'

test.describe('with a leaked key', () => {
  test.use({ scenario: 'leaked', as: 'admin' })

  test('finds and replaces the token by keyboard alone, and never sends the key', async ({
    demo,
    page,
    foundKeyPage,
    replaceTokenPage,
    tokenKeyPage,
  }) => {
    const key = await demo.backend.keyOf('ShipFast')
    await demo.open()
    await expect(foundKeyPage.heading).toBeVisible()
    await foundKeyPage.text.focus()
    await page.keyboard.insertText(`DEBUG PUT /v1/sales-orders/1003 "Bearer ${key}"`)
    await page.keyboard.press('Control+Enter')
    await expect(foundKeyPage.results).toHaveText('1 key found')
    await expect(foundKeyPage.results).toBeFocused()
    await expect(foundKeyPage.token('ShipFast')).toContainText('Active')
    await expect(page).toHaveLeftNoTraceOf(key, { whileShown: true })

    while (!(await foundKeyPage.replaceLink('ShipFast').evaluate(isFocused))) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await expect(replaceTokenPage.heading).toHaveText('Replace ShipFast')
    await expect(replaceTokenPage.oldKeyTime('1 hour')).toBeChecked()
    await replaceTokenPage.generateButton.press('Enter')
    expect(await tokenKeyPage.key()).not.toBe(key)
    await expect(page).toHaveLeftNoTraceOf(key)
  })
})

function isFocused(element: Element): boolean {
  return element === document.activeElement
}
