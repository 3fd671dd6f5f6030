import { expect } from 'vitest'
import { page } from 'vitest/browser'

export const keyField = page.getByRole('textbox', { name: 'API key' })

/** Fills in the form for a new token: Read-only for ShipFast by default. */
export async function fillTokenForm({ name = 'ShipFast', description = '' } = {}): Promise<void> {
  await page.getByRole('textbox', { name: 'Token Name' }).fill(name)
  if (description !== '') {
    await page.getByRole('textbox', { name: 'Token Description' }).fill(description)
  }
  await page.getByRole('radio', { name: 'Read-only' }).click()
}

/** Fills in the form, generates the token and returns its key. */
export async function generateToken(wanted?: Parameters<typeof fillTokenForm>[0]): Promise<string> {
  await fillTokenForm(wanted)
  await page.getByRole('button', { name: 'Generate token' }).click()
  return shownKey()
}

/** Returns the key, as soon as its page shows it. */
export async function shownKey(): Promise<string> {
  await expect.element(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
  const field = keyField.element()
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('The key is in a textarea.')
  return field.value
}

/** Copies the key on its page. The clipboard is a stub: a browser without windows asks for a permission. */
export async function copyKey(): Promise<void> {
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
}
