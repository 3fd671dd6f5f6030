import { readFile } from 'node:fs/promises'

import { expect, test } from '#src/kit/playwright.ts'

test.use({ as: 'admin' })

test.describe('with 10,000 tokens', () => {
  test.use({ scenario: 'many' })

  test('finds tokens, keeps the search in the URL, and exports the results without secrets', async ({
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await tokenListPage.search('cork till')
    await tokenListPage.filter('Created by', 'Robin Field')
    // What is chosen already changes nothing.
    await tokenListPage.filter('Created by', 'Robin Field')
    await expect(tokenListPage.resultCount).toHaveText('4 tokens')
    await expect(tokenListPage.names).toHaveCount(4)
    await tokenListPage.selectAllCheckbox.check()
    const selected = page.waitForEvent('download')
    await tokenListPage.exportSelected()
    expect((await readFile(await (await selected).path(), 'utf8')).split('\r\n')).toHaveLength(6)

    const url = new URL(page.url())
    await tokenListPage.open(Object.fromEntries(url.searchParams))
    await expect(tokenListPage.searchField).toHaveValue('cork till')
    await expect(tokenListPage.names).toHaveCount(4)

    const download = page.waitForEvent('download')
    await tokenListPage.exportButton.click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file.trimEnd().split('\r\n')).toHaveLength(5)
    expect(file).toContain('"Questions, Cork till",Makes a ticket of what is asked.,Active,Custom')
    expect(file).not.toContain('edesk_')
  })
})
