import { expect, test } from '#src/kit/playwright.ts'

import { logIn } from './loginPageSteps.ts'

test('reports storage that is full, from a newer version or missing, and never shows a blank page', async ({
  page,
  tokenFormPage,
  guards,
}) => {
  guards.allowStatuses(503, 507)
  await logIn(page, 'Admin, Professional', '/settings/api-tokens/new')

  await test.step('full storage: keeps the typed text', async () => {
    await tokenFormPage.fill()
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
    })
    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toContainText('no room left')
    await expect(tokenFormPage.name).toHaveValue('ShipFast')
  })

  await test.step('storage from a newer version', async () => {
    await page.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB)
      indexedDB.open = (name, version) => {
        if (name === 'edesk:/' && version !== undefined)
          throw new DOMException('newer', 'VersionError')
        return open(name)
      }
    })
    await page.goto('/settings/api-tokens')
    await expect(page.getByRole('alert')).toContainText('newer version')
    await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible()
  })

  await test.step('missing storage', async () => {
    await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('Allow storage')
  })
})
