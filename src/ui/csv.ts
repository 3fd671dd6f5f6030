/** So that a spreadsheet takes the file for UTF-8. */
const byteOrderMark = '\ufeff'
/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection), in both widths. */
const formula = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * A table as a file that spreadsheets open (RFC 4180). A text that would be taken for a formula begins with an apostrophe, so
 * that it stays a text.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
