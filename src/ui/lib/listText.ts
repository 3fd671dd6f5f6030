/** Languages that write sentences without a space between them. */
const withoutSpaces: readonly string[] = ['ja']

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

/**
 * Joins whole sentences to a paragraph. Nothing smaller than a sentence is joined: each language has its own order of words.
 *
 * @param language the language of the page.
 */
export function joinSentences(sentences: readonly string[], language: string): string {
  return sentences.join(sentenceSpace(language))
}

/** Returns what is between two sentences, or between a label with its colon and its text. */
export function sentenceSpace(language: string): string {
  return withoutSpaces.includes(language) ? '' : ' '
}
