import { screen, waitFor } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'

/** A user with a mouse and a keyboard, without delays between actions. */
export let user = userEvent.setup({ delay: null })

/** Creates a new `user` for the current document: test files share this module, but each has its own document. */
export function resetUser(): void {
  user = userEvent.setup({ delay: null })
}

/** Longer texts are pasted, because each key press takes some milliseconds. */
const maxTypedLength = 40

/**
 * Replaces the text of a field.
 *
 * @param field an element, or the name of a textbox to wait for.
 */
export async function fill(field: HTMLElement | string, text: string): Promise<void> {
  const element =
    typeof field === 'string' ? await screen.findByRole('textbox', { name: field }) : field
  await user.clear(element)
  if (text === '') return
  // user-event cannot type characters of two code units, such as emoji.
  const canBeTyped = text.length <= maxTypedLength && !/[\u{10000}-\u{10ffff}]/u.test(text)
  // user-event reads { and [ as the start of a key name; doubling them escapes them.
  if (canBeTyped && !isTimeField(element)) return user.type(element, text.replace(/[{[]/g, '$&$&'))
  await user.click(element)
  await user.paste(text)
}

/** Returns whether a field is for a date or a time. Its value stays empty until the text is complete, so it must be pasted. */
function isTimeField(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && /^(date|time|month|week)/.test(field.type)
}

/** Waits for a control with this role and name, and clicks it. */
export async function click(role: string, name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole(role, { name }))
}

/** Fills in the form for a new token. Defaults to a Read-only token named ShipFast. */
export async function fillTokenForm({ name = 'ShipFast', description = '' } = {}): Promise<void> {
  await fill('Token Name', name)
  if (description !== '') await fill('Token Description', description)
  await click('radio', 'Read-only')
}

/** Waits until the page announces this text to screen readers. */
export async function expectStatus(text: string | RegExp): Promise<void> {
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(text))
}
