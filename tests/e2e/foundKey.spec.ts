import { expect, test } from '../kit/playwright.ts'

test.describe('a key has leaked', () => {
  test.use({ scenario: 'leaked', as: 'admin' })

  test('from the paste to a replaced token by keyboard alone, and the key never leaves the page', async ({
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

  test('ten megabytes, typed in by a program or in a file, are looked through while the page lives', async ({
    demo,
    page,
    foundKeyPage,
  }) => {
    const key = await demo.backend.keyOf('ShipFast')
    const log = `${'2026-11-24 08:41:13 INFO nothing to see here\n'.repeat(233_000)}${key}\n`
    await foundKeyPage.open()
    await foundKeyPage.text.fill(log)
    await expect(foundKeyPage.held).toContainText('10.5 MB')
    await expect(foundKeyPage.text).toHaveValue('')
    await foundKeyPage.chooseFiles([
      { name: 'a.log', mimeType: 'text/plain', buffer: Buffer.from(log) },
    ])
    await expect(foundKeyPage.held).toHaveCount(2)
    await foundKeyPage.lookButton.click()
    await expect(foundKeyPage.results).toHaveText('1 key found')
    await foundKeyPage.deleteToken('ShipFast')
    await expect(foundKeyPage.token('ShipFast')).toContainText('Deleted')
    await expect(page).toHaveLeftNoTraceOf(key, { whileShown: true })
  })
})

function isFocused(element: Element): boolean {
  return element === document.activeElement
}
