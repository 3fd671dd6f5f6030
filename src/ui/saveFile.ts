/**
 * Lets the browser save a text as a file.
 *
 * @param type its media type, such as `text/csv`.
 */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then; earlier, some browsers would have nothing to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
