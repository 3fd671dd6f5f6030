import { languageValues } from '#src/api/generated/values.ts'

import type { Language } from '../../domain/compareNames.ts'

/** Browsers send far less. Reading more would cost time and find nothing. */
const maxLength = 500

/** A language range and its weight (RFC 9110, sections 12.4.2 and 12.5.4). */
const range =
  /^(\*|[a-z]{1,8}(?:-[a-z\d]{1,8})*)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i

/**
 * Returns the language of the application that a client prefers: `de-AT` is German. English if it names none of them, or if the
 * header is missing or malformed.
 *
 * @param header the value of `Accept-Language`.
 */
export function preferredLanguage(header: string | null): Language {
  if (header === null || header.length > maxLength) return 'en'
  let best: { language: Language; weight: number } | undefined
  for (const text of header.split(',')) {
    const part = text.trim()
    // A list may have empty parts (RFC 9110, section 5.6.1).
    if (part === '') continue
    const [, tag, quality = '1'] = range.exec(part) ?? []
    if (tag === undefined) return 'en'
    const language = languageOf(tag)
    const weight = Number(quality)
    if (language && weight > (best?.weight ?? 0)) best = { language, weight }
  }
  return best?.language ?? 'en'
}

/** Any language is English. */
function languageOf(tag: string): Language | undefined {
  const [code] = tag.toLowerCase().split('-', 1)
  return code === '*' ? 'en' : languageValues.find((language) => language === code)
}
