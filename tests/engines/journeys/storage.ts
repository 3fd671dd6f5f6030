import { test } from '../fixtures.ts'
import { generateToken, leaveWithoutCopying, logInAsAdmin } from './steps.ts'

test.describe('in a private window', () => {
  test.use({ profileKind: 'private' })

  test('a token is generated, and is there after a reload', async ({ tab }) => {
    await logInAsAdmin(tab)
    await generateToken(tab)
    await leaveWithoutCopying(tab)
    await tab.reload()
    await tab.sees('link', 'ShipFast')
  })
})

test.describe('where the browser blocks cookies, or all that a site could keep', () => {
  test.use({ profileKind: 'blocked' })

  test('the page says what to allow, and no page is blank', async ({ tab, engineName }) => {
    await tab.open('/demo')
    await tab.sees('heading', 'Scenarios')
    await tab.open('/apps/shipping')
    await tab.sees('textbox', 'API key')
    await tab.open('/settings/api-tokens')
    if (engineName === 'firefox') {
      await tab.reads('Allow storage for this site', { role: 'alert' })
    } else {
      await tab.click('button', 'Log in as Admin, Professional plan')
      await tab.reads('Allow cookies for this site', { role: 'alert' })
    }
  })
})
