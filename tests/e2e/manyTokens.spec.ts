import { readFile } from 'node:fs/promises'

import { expect, test } from '../kit/playwright.ts'

test.use({ as: 'admin' })

test.describe('with ten thousand tokens', () => {
  test.use({ scenario: 'many' })

  test('what fits is found, can be shared as an address, and goes into a file without a secret', async ({
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await tokenListPage.search('cork till')
    await tokenListPage.filter('Made by', 'Robin Field')
    await expect(tokenListPage.foundNote).toHaveText('4 tokens fit')
    await expect(tokenListPage.names).toHaveCount(4)
    await tokenListPage.selectAllBox.check()
    const selected = page.waitForEvent('download')
    await tokenListPage.exportSelected()
    expect((await readFile(await (await selected).path(), 'utf8')).split('\r\n')).toHaveLength(6)

    const address = new URL(page.url())
    await tokenListPage.open(Object.fromEntries(address.searchParams))
    await expect(tokenListPage.searchField).toHaveValue('cork till')
    await expect(tokenListPage.names).toHaveCount(4)

    const download = page.waitForEvent('download')
    await tokenListPage.exportButton.click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file.trimEnd().split('\r\n')).toHaveLength(5)
    expect(file).toContain('"Questions, Cork till",Makes a ticket of what is asked.,Active,Custom')
    expect(file).not.toContain('edesk_')
  })

  test('all that fit are paused, on all pages', async ({ page, tokenListPage }) => {
    await tokenListPage.open({ search: 'dublin' })
    await tokenListPage.selectAllThatMatch()
    await tokenListPage.pauseSelected()
    await expect(tokenListPage.status).toContainText('tokens were paused')
    await expect(tokenListPage.heading).toBeFocused()
    await tokenListPage.filter('Status', 'Paused')
    await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('1–25 of')
  })
})

test.describe('with a few', () => {
  test.use({ scenario: 'tokens' })

  test('a selection is made, deleted and told of by keyboard alone', async ({
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await tokenListPage.table.waitFor()
    const names = await tokenListPage.names.allInnerTexts()
    await tokenListPage.selectBox(names[0] ?? '').focus()
    await page.keyboard.press('Space')
    await tokenListPage.toolbar.getByRole('button', { name: 'Export' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(tokenListPage.toolbar.getByRole('button', { name: 'Delete' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(tokenListPage.batchDialog).toHaveAccessibleName('Delete 1 token?')
    await expect(tokenListPage.batchDialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(tokenListPage.status).toContainText('1 token was deleted')
    await expect(tokenListPage.heading).toBeFocused()
    await expect(tokenListPage.names).toHaveCount(names.length - 1)
    await tokenListPage.search('nobody has this')
    await expect(tokenListPage.foundNote).toHaveText('No token fits')
    await tokenListPage.clearFiltersButton.click()
    await expect(tokenListPage.names).toHaveCount(names.length - 1)
  })
})
