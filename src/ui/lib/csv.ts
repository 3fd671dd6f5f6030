/** Makes spreadsheets read the file as UTF-8. */
const byteOrderMark = '\ufeff'
/** What starts a formula in spreadsheets, half and full width (OWASP, CSV injection), after spaces and quotes. */
const formula = /[\s"']*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.source
/** Spreadsheets separate cells by a comma, a semicolon or a tab: which one depends on the country. */
const formulaAfterSeparator = new RegExp(`[;\\t\\r\\n](?=${formula})`, 'g')
const formulaAtStart = new RegExp(`^(?:${formula}|[\\t\\r\\n])`)
const month =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?'
const values = [
  // 007, 46e4, 1,234.5, 12 %
  String.raw`[\d.,]*\d[.,]?(e[+-]?\d+)?\s*%?`,
  // 3/4, 1-2-26, 12:30
  String.raw`\d+([-/.: ]\d+){1,2}`,
  String.raw`\d{1,2}[-/. ]?(${month})([-/. ]?\d+)?`,
  String.raw`(${month})[-/. ]?\d+`,
  'true|false',
]
/** A text that spreadsheets turn into a number, a date, a time or a truth value. */
const convertedText = new RegExp(String.raw`^\s*(${values.join('|')})\s*$`, 'i')

/**
 * Formats rows as CSV (RFC 4180) for spreadsheets. Prefixes a text that looks like a formula, a number or a date with an apostrophe, so
 * that it stays text.
 */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('')
}

function escapeCell(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : escapeText(cell)
}

function escapeText(text: string): string {
  const inside = text.replace(formulaAfterSeparator, "$&'")
  const safe = formulaAtStart.test(inside) || convertedText.test(inside) ? `'${inside}` : inside
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
