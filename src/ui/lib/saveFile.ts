/**
 * Downloads a text as a file.
 *
 * @param type the media type, such as `text/csv`.
 */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Wait until the download has started. If the URL is revoked earlier, some browsers save nothing.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
