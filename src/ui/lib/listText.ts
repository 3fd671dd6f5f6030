/** What separates the parts of a list, where it is not a comma and a space. `Intl.ListFormat` adds an "and" in some languages. */
const separators: Readonly<Record<string, string>> = { ja: '、', ar: '، ' }

/**
 * Joins names to a list without "and": "Sales Orders, Tickets".
 *
 * @param language the language of the page.
 */
export function listText(names: readonly string[], language: string): string {
  return names.join(separators[language] ?? ', ')
}
