/**
 * Puts a text on the clipboard, to be called within a click. A text that is still being made may be a promise: Safari lets a
 * page write to the clipboard only in the moment of the click, so there the promise itself is handed over.
 *
 * @throws Error where the browser refuses, or what the promise was rejected with.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  if (!('ClipboardItem' in globalThis)) return navigator.clipboard.writeText(await text)
  const written = navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
  await Promise.all([text, written])
}
