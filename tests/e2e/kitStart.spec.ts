import { waitForDemo } from '#src/kit/demo/waitForDemo.ts'
import { expect, test } from '#src/kit/playwright.ts'

// How the kit and the demo start on a crowded machine, or cannot start.

test.describe('with a storage that opens late', () => {
  test.use({ scenario: 'tokens' })

  test('the page recovers by itself', async ({ page, tokenListPage, guards }) => {
    guards.allowStatuses(503)
    await page.addInitScript(() => {
      const end = Date.now() + 6_000
      const open = indexedDB.open.bind(indexedDB)
      indexedDB.open = (...given) => {
        if (Date.now() > end) return open(...given)
        // This request gets no answer.
        const request = open('other')
        request.addEventListener = () => undefined
        return request
      }
    })
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    await expect(tokenListPage.alert).toHaveCount(0)
  })
})

test('the kit reports the alert and the error of a page whose backend does not start', async ({
  page,
  guards,
}) => {
  guards.allow('page-errors', /no more storage/)
  guards.allowStatuses(500)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new TypeError('no more storage')
    }
  })
  const pageError = page.waitForEvent('pageerror')
  await page.goto('/settings/api-tokens')
  await expect(page.getByRole('alert')).toBeVisible()
  await pageError
  await expect(waitForDemo(page, 100)).rejects.toThrow(
    /did not start in time[^]*alert: .*could not be loaded[^]*error in the page: no more storage/,
  )
})
