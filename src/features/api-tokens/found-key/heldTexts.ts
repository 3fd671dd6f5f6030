/** A text that is too long for a field, or a file. */
export interface HeldText {
  /** The name of a file; undefined for what was pasted. */
  name: string | undefined
  text: string | Blob
}

/** A longer text is held beside the field: laying it out would stop the page for seconds. */
export const longestInField = 100_000

/** What somebody pastes or drops that is not for the field: files, or a text that is too long for it. */
export function heldTextsOf(data: DataTransfer | null): HeldText[] {
  if (!data) return []
  if (data.files.length > 0) return heldFiles(data.files)
  const text = data.getData('text/plain')
  return text.length > longestInField ? [{ name: undefined, text }] : []
}

export function heldFiles(files: Iterable<File> | ArrayLike<File>): HeldText[] {
  return Array.from(files, (file) => ({ name: file.name, text: file }))
}

/** "10.5 MB" */
export function sizeInWords(text: string | Blob, locale: string): string {
  const size = typeof text === 'string' ? text.length : text.size
  const [unit, amount] = size < 1e6 ? ['kilobyte', size / 1e3] : ['megabyte', size / 1e6]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(amount)
}
