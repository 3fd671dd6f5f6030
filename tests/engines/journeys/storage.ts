import { test } from '../fixtures.ts'
import { generateToken, leaveWithoutCopying, logInAsAdmin } from './steps.ts'

test.describe('in a private window', () => {
  test.use({ profileKind: 'private' })

  test('keeps a generated token after a reload', async ({ tab }) => {
    await logInAsAdmin(tab)
    await generateToken(tab)
    await leaveWithoutCopying(tab)
    await tab.reload()
    await tab.waitForElement('link', 'ShipFast')
  })
})

test.describe('when the browser blocks cookies or all storage', () => {
  test.use({ profileKind: 'blocked' })

  test('says what to allow, and shows no blank page', async ({ tab, engineName }) => {
    await tab.open('/demo')
    await tab.waitForElement('heading', 'Scenarios')
    await tab.waitForDemo()
    await tab.open('/apps/shipping')
    await tab.waitForElement('textbox', 'API key')
    await tab.waitForDemo()
    await tab.open('/settings/api-tokens')
    if (engineName === 'firefox') {
      await tab.waitForText('Allow storage for this site', { role: 'alert' })
    } else {
      await tab.click('button', 'Log in as Admin, Professional plan')
      await tab.waitForText('Allow cookies for this site', { role: 'alert' })
    }
  })
})
