/**
 * Joins names to a list without "and": "Sales Orders, Tickets".
 *
 * @param language the language of the page.
 */
export function listText(names: readonly string[], language: string): string {
  // Japanese separates the parts of such a list by spaces only.
  const type = language === 'ja' ? 'conjunction' : 'unit'
  return new Intl.ListFormat(language, { type }).format(names)
}
