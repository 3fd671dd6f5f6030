/** Egypt has other digits than Morocco. The numbers in messages, addresses and code have these everywhere. */
const digits: Readonly<Record<string, Intl.LocaleOptions>> = { ar: { numberingSystem: 'latn' } }

/**
 * Returns the locale for dates: the language of the page with the region of the reader's first language, so that a reader in
 * Dublin or Berlin does not get American dates, and has 24 hours where the region has them.
 *
 * @param language the language of the page, such as `en`.
 * @param languages the reader's languages, the preferred one first; by default the browser's.
 */
export function readerLocale(
  language: string,
  languages: readonly string[] = navigator.languages,
): string {
  const [preferred] = languages
  if (preferred === undefined) return language
  try {
    const { region } = new Intl.Locale(preferred).maximize()
    const options = region === undefined ? {} : { region }
    return new Intl.Locale(language, { ...options, ...digits[language] }).toString()
  } catch {
    // Some browsers report names that are not valid, such as "C".
    return language
  }
}
