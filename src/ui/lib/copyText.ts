/**
 * Copies a text to the clipboard. Call it in a click handler. A text that is not ready yet can be a promise: Safari allows
 * writing to the clipboard only during the click, so it gets the promise itself.
 *
 * @throws Error when the browser refuses, or the rejection of the promise.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  if (!('ClipboardItem' in globalThis)) return navigator.clipboard.writeText(await text)
  const written = navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
  await Promise.all([text, written])
}
