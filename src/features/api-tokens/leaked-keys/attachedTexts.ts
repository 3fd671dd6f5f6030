/** A file, or a text that is too long for the field. */
export interface AttachedText {
  /** The name of a file; undefined for what was pasted. */
  name: string | undefined
  text: string | Blob
}

/** A longer text is kept out of the field, because its layout would block the page for seconds. */
export const maxFieldLength = 100_000

/** Returns what was pasted or dropped and doesn't belong in the field: files, or a text that is too long. */
export function attachedTextsFrom(data: DataTransfer | null): AttachedText[] {
  if (!data) return []
  if (data.files.length > 0) return attachedFiles(data.files)
  const text = data.getData('text/plain')
  return text.length > maxFieldLength ? [{ name: undefined, text }] : []
}

export function attachedFiles(files: Iterable<File> | ArrayLike<File>): AttachedText[] {
  return Array.from(files, (file) => ({ name: file.name, text: file }))
}

/** "10.5 MB" */
export function formatSize(text: string | Blob, locale: string): string {
  const size = typeof text === 'string' ? text.length : text.size
  const [unit, amount] = size < 1e6 ? ['kilobyte', size / 1e3] : ['megabyte', size / 1e6]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(amount)
}
