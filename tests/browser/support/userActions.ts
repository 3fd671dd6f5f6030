import { expect } from 'vitest'
import { page } from 'vitest/browser'

/** Clicks the button with this name. */
export function clickButton(name: string): Promise<void> {
  return page.getByRole('button', { name }).click()
}

/** Puts a text in the place of what a textbox holds. */
export function fill(name: string, text: string): Promise<void> {
  return page.getByRole('textbox', { name }).fill(text)
}

/** Waits until the heading of the page is this one. */
export async function expectHeading(name: string): Promise<void> {
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Waits until a status message says this somewhere. */
export async function expectStatus(words: string): Promise<void> {
  await expect.element(page.getByRole('status')).toMatchTextContent(words)
}

/** Waits until an alert says this somewhere. */
export async function expectAlert(words: string): Promise<void> {
  await expect.element(page.getByRole('alert')).toMatchTextContent(words)
}
