import { expect } from '../fixtures.ts'
import type { Tab } from '../tab.ts'

/** Opens a page, by default the empty list, and logs in with the button for the demo's Admin. */
export async function logInAsAdmin(tab: Tab, path = '/settings/api-tokens'): Promise<void> {
  await tab.open(path)
  await tab.click('button', 'Log in as Admin, Professional plan')
  await tab.waitForElement('heading', 'API Tokens')
}

/** Starts on the token list: generates a read-only token, and stays on the page with its key. Returns the key. */
export async function generateToken(tab: Tab, name = 'ShipFast'): Promise<string> {
  await tab.click('link', 'Add a token')
  await tab.fill('textbox', 'Token Name', name)
  await tab.click('radio', 'Read-only')
  await tab.click('button', 'Generate token')
  return shownKey(tab)
}

/** Returns the key that the page shows. */
export async function shownKey(tab: Tab): Promise<string> {
  await tab.waitForElement('heading', 'Copy your API key')
  const key = await tab.value('textbox', 'API key')
  expect(key).toMatch(/^edesk_[0-9A-Za-z]{36}$/)
  return key
}

/** Returns to the list without copying the key. */
export async function leaveWithoutCopying(tab: Tab): Promise<void> {
  await tab.click('button', 'Return to Token List')
  const dialog = { role: 'dialog', name: 'Leave without copying the key?' }
  await tab.click('button', 'Leave', dialog)
  await tab.waitForElement('table', 'API Tokens')
}
