import { screen } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'

/** A person with a mouse and a keyboard, who does not pause between two actions. */
export let user = userEvent.setup({ delay: null })

/** Makes `user` the user of the present document: files that share this module have a document each. */
export function renewUser(): void {
  user = userEvent.setup({ delay: null })
}

/** Longer texts are pasted: every key that is pressed costs some milliseconds. */
const longestTyped = 40

/**
 * Replaces the text of a field.
 *
 * @param field or the name of a textbox, which is waited for.
 */
export async function fill(field: HTMLElement | string, text: string): Promise<void> {
  const found =
    typeof field === 'string' ? await screen.findByRole('textbox', { name: field }) : field
  await user.clear(found)
  if (text === '') return
  // No key of a keyboard gives a character of two surrogates, such as an emoji.
  const canBeTyped = text.length <= longestTyped && !/[\u{10000}-\u{10ffff}]/u.test(text)
  // Braces and brackets name keys in user-event; twice they are what they are.
  if (canBeTyped && !isForTimes(found)) return user.type(found, text.replace(/[{[]/g, '$&$&'))
  await user.click(found)
  await user.paste(text)
}

/** A field for dates or times has no value until the text is whole. */
function isForTimes(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && /^(date|time|month|week)/.test(field.type)
}

/** Waits for a button, a link or another control by its role and name, and clicks it. */
export async function click(role: string, name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole(role, { name }))
}

/** Fills in the form for a new token: Read-only for ShipFast, where nothing else is wanted. */
export async function fillTokenForm({ name = 'ShipFast', description = '' } = {}): Promise<void> {
  await fill('Token Name', name)
  if (description !== '') await fill('Token Description', description)
  await click('radio', 'Read-only')
}
