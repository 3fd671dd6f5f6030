import { expect, test } from '../fixtures.ts'
import { logInAsAdmin, shownKey } from './steps.ts'

test('an Admin can follow the help article from login to deleting the token', async ({ tab }) => {
  await logInAsAdmin(tab)
  await tab.waitForText('No API tokens yet')
  await tab.click('link', 'Add a token')
  await tab.waitForElement('heading', 'Add a token')

  await tab.fill('textbox', 'Token Name', 'ShipFast')
  await tab.fill('textbox', 'Token Description', 'Updates shipping details')
  await tab.click('radio', 'Custom')
  await tab.click('radio', 'Full Access', { role: 'radiogroup', name: 'Sales Orders' })
  await tab.click('radio', 'Read Only', { role: 'radiogroup', name: 'Users' })
  await tab.click('button', 'Generate token')

  await shownKey(tab)
  await tab.waitForPath(/^\/settings\/api-tokens\/[^/]+\/key$/)
  await tab.click('button', 'Return to Token List')
  const dialog = { role: 'dialog', name: 'Leave without copying the key?' }
  await tab.waitForElement('button', 'Stay', dialog)
  await tab.press('Escape')
  await tab.waitForNoElement('dialog')
  await tab.click('button', 'Return to Token List')
  await tab.click('button', 'Leave', dialog)
  const table = { role: 'table', name: 'API Tokens' }
  await tab.waitForText('Updates shipping details', table)
  await tab.waitForText('Sales Orders (full) +1', table)

  await tab.click('link', 'ShipFast')
  await tab.waitForElement('heading', 'ShipFast')
  await tab.waitForText('cannot be shown again')
  await tab.click('button', 'Edit')
  await tab.fill('textbox', 'Token Name', 'ShipFast Pro')
  await tab.click('button', 'Save changes')
  await tab.waitForElement('heading', 'ShipFast Pro')

  await tab.open('/settings/api-tokens')
  await tab.click('button', 'Actions for ShipFast Pro')
  await tab.click('menuitem', 'Delete token')
  await tab.click('button', 'Delete token', { role: 'dialog', name: 'Delete ShipFast Pro?' })
  await tab.waitForText('No API tokens yet')
  expect(await tab.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
})
