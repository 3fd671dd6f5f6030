/** Makes spreadsheets read the file as UTF-8. */
const byteOrderMark = '\ufeff'
/** Characters that start a formula in spreadsheets, half and full width (OWASP, CSV injection). */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * Formats rows as CSV (RFC 4180) for spreadsheets. Prefixes a cell that looks like a formula with an apostrophe, so that it
 * stays text.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('')
}

function escapeCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
