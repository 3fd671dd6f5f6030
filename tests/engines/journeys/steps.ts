import { expect } from '../fixtures.ts'
import type { Tab } from '../tab.ts'

/** Opens a page as a visitor, and logs in with the button of the demo's Admin. */
export async function logInAsAdmin(tab: Tab, address = '/settings/api-tokens'): Promise<void> {
  await tab.open(address)
  await tab.click('button', 'Log in as Admin, Professional plan')
  await tab.sees('heading', 'API Tokens')
}

/** From the list to the page that shows the key of a new token, which may read everything. */
export async function generateToken(tab: Tab, name = 'ShipFast'): Promise<string> {
  await tab.click('link', 'Add a token')
  await tab.fill('textbox', 'Token Name', name)
  await tab.click('radio', 'Read-only')
  await tab.click('button', 'Generate token')
  return shownKey(tab)
}

/** The key that the page shows. */
export async function shownKey(tab: Tab): Promise<string> {
  await tab.sees('heading', 'Copy your API key')
  const key = await tab.value('textbox', 'API key')
  expect(key).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
  return key
}

/** Back to the list without having copied the key. */
export async function leaveWithoutCopying(tab: Tab): Promise<void> {
  await tab.click('button', 'Return to Token List')
  const dialog = { role: 'dialog', name: 'Leave without copying the key?' }
  await tab.click('button', 'Leave', dialog)
  await tab.sees('table', 'API Tokens')
}
