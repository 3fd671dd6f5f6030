import { expect } from 'vitest'
import { page } from 'vitest/browser'

/** The console that sends requests with the key of a token. */
export const tryIt = page.getByRole('region', { name: 'Try it' })

/** Sends a request with the console, and a key where it does not have it. */
export async function send(operationId: string, { key }: { key?: string } = {}): Promise<void> {
  // The console loads once somebody turns to it.
  await tryIt.hover()
  if (key !== undefined) await tryIt.getByRole('textbox', { name: 'API key' }).fill(key)
  await tryIt.getByRole('combobox', { name: 'Operation' }).selectOptions(operationId)
  await tryIt.getByRole('button', { name: 'Send request' }).click()
}

/** Waits until the answer says this somewhere. */
export async function expectAnswer(words: string): Promise<void> {
  await expect.element(tryIt.getByRole('region', { name: 'Answer' })).toMatchTextContent(words)
}
