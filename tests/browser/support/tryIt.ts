import { expect } from 'vitest'
import { page } from 'vitest/browser'

/** The console that sends requests with the key of a token. */
export const tryIt = page.getByRole('region', { name: 'Try it' })
export const answer = tryIt.getByRole('region', { name: 'Answer' })

/**
 * Sends a request with the console.
 *
 * @param operationId as in the API reference: `whoami`, `createMessage`, …
 * @param given a key to paste first, and a body in place of the example.
 */
export async function sendRequest(
  operationId: string,
  { key, body }: { key?: string; body?: string } = {},
): Promise<void> {
  // The console loads once somebody turns to it.
  await tryIt.hover()
  if (key !== undefined) await tryIt.getByRole('textbox', { name: 'API key' }).fill(key)
  await tryIt.getByRole('combobox', { name: 'Operation' }).selectOptions(operationId)
  if (body !== undefined) await tryIt.getByRole('textbox', { name: 'Body' }).fill(body)
  await tryIt.getByRole('button', { name: 'Send request' }).click()
}

/** Waits until the answer says this somewhere. */
export async function expectAnswer(words: string): Promise<void> {
  await expect.element(answer).toMatchTextContent(words)
}
