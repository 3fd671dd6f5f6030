import { page } from 'vitest/browser'

export const tryIt = page.getByRole('region', { name: 'Try it' })
export const answer = tryIt.getByRole('region', { name: 'Answer' })

/**
 * Sends a request in the region "Try it".
 *
 * @param operationId as in the API reference: `whoami`, `createMessage`, …
 * @param given a key to paste first, and a body in place of the example.
 */
export async function sendRequest(
  operationId: string,
  given: { key?: string; body?: string } = {},
): Promise<void> {
  if (given.key !== undefined) {
    await tryIt.getByRole('textbox', { name: 'API key' }).fill(given.key)
  }
  await tryIt.getByRole('combobox', { name: 'Operation' }).selectOptions(operationId)
  if (given.body !== undefined) {
    await tryIt.getByRole('textbox', { name: 'Body' }).fill(given.body)
  }
  await tryIt.getByRole('button', { name: 'Send request' }).click()
}
