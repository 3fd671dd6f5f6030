import { expect, test } from '../fixtures.ts'
import { generateToken, leaveWithoutCopying, logInAsAdmin } from './steps.ts'

test('works offline after the first visit, also after a reload', async ({ tab, site }) => {
  await logInAsAdmin(tab)
  await expect
    .poll(() => tab.evaluate(`caches.match('/').then((page) => page !== undefined)`), {
      timeout: 15_000,
    })
    .toBe(true)
  await site.stop()
  await tab.reload()
  await generateToken(tab)
  await leaveWithoutCopying(tab)
  await tab.reload()
  await tab.click('link', 'ShipFast')
  await tab.waitForElement('heading', 'ShipFast')
})
