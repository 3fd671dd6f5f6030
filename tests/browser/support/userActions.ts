import { expect } from 'vitest'
import { page } from 'vitest/browser'

/** Clicks the button with this name. */
export function clickButton(name: string): Promise<void> {
  return page.getByRole('button', { name }).click()
}

/** Replaces the text of a textbox. */
export function fill(name: string, text: string): Promise<void> {
  return page.getByRole('textbox', { name }).fill(text)
}

/** Waits until the page has this heading. */
export async function expectHeading(name: string): Promise<void> {
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Waits until a status message contains this text. */
export async function expectStatus(words: string): Promise<void> {
  await expect.element(page.getByRole('status')).toMatchTextContent(words)
}

/** Waits until an alert contains this text. */
export async function expectAlert(words: string): Promise<void> {
  await expect.element(page.getByRole('alert')).toMatchTextContent(words)
}
