import { page } from 'vitest/browser'

export const tryIt = page.getByRole('region', { name: 'Try it' })
export const answer = tryIt.getByRole('region', { name: 'Answer' })

/**
 * Sends a request in the region "Try it", and confirms the dialog that asks before data are changed.
 *
 * @param operationId an operation of the API reference: `whoami`, `createMessage`, …
 * @param input a key to paste first, and a body to replace the example.
 */
export async function sendRequest(
  operationId: string,
  input: { key?: string; body?: string } = {},
): Promise<void> {
  if (input.key !== undefined) {
    await tryIt.getByRole('textbox', { name: 'API key' }).fill(input.key)
  }
  await tryIt.getByRole('combobox', { name: 'Operation' }).selectOptions(operationId)
  if (input.body !== undefined) {
    await tryIt.getByRole('textbox', { name: 'Body' }).fill(input.body)
  }
  await tryIt.getByRole('button', { name: 'Send request' }).click()
  const dialog = page.getByRole('dialog', { name: /^Send (POST|PUT|DELETE)/ })
  const isInvalid = () => tryIt.element().querySelector('[aria-invalid=true]') !== null
  if (operationId.startsWith('create') && !isInvalid())
    await dialog.getByRole('button', { name: 'Send request' }).click()
}
