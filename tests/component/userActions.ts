import '@testing-library/jest-dom/vitest'

import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'

/** Somebody with a mouse and a keyboard. Nothing is waited for between two actions. */
export const user = userEvent.setup({ delay: null })

/** Waits for a button, a link or another control by its role and exact name, and clicks it. */
export async function click(role: string, name: string): Promise<void> {
  await user.click(await screen.findByRole(role, { name }))
}

/** Puts a text in the place of what a textbox holds. */
export async function fill(name: string, text: string): Promise<void> {
  const field = await screen.findByRole('textbox', { name })
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

/** Fills in the form for a new token: Read-only for ShipFast. */
export async function fillTokenForm({ description = '' } = {}): Promise<void> {
  await fill('Token Name', 'ShipFast')
  if (description !== '') await fill('Token Description', description)
  await click('radio', 'Read-only')
}
