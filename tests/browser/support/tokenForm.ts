import { expect } from 'vitest'
import { page } from 'vitest/browser'

export const keyField = page.getByRole('textbox', { name: 'API key' })

/** Fills in the form for a new token. Defaults to a Read-only token named ShipFast. */
export async function fillTokenForm({ name = 'ShipFast', description = '' } = {}): Promise<void> {
  await page.getByRole('textbox', { name: 'Token Name' }).fill(name)
  if (description !== '') {
    await page.getByRole('textbox', { name: 'Token Description' }).fill(description)
  }
  await page.getByRole('radio', { name: 'Read-only' }).click()
}

/** Fills in the form, generates the token, and returns its key. */
export async function generateToken(wanted?: Parameters<typeof fillTokenForm>[0]): Promise<string> {
  await fillTokenForm(wanted)
  await page.getByRole('button', { name: 'Generate token' }).click()
  return shownKey()
}

/** Waits until the key page shows the key, and returns it. */
export async function shownKey(): Promise<string> {
  await expect.element(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
  const field = keyField.element()
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('Expected the key in a textarea.')
  return field.value
}

/** Copies the key. Replace the clipboard first: headless Chromium would ask for a permission. */
export async function copyKey(): Promise<void> {
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
}
