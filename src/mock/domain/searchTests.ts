import { foldText, plainText, searchWords } from '#src/shared/foldText.ts'

import type { Language } from './compareNames.ts'

/**
 * Returns a test for each word of a search: whether a text, normalized by `plainText`, contains it.
 *
 * @param language the one that the search is in. In German, "Mueller" is another spelling of "Müller".
 */
export function searchTests(search: string, language: Language): ((text: string) => boolean)[] {
  if (language !== 'de') return searchWords(search).map(contains)
  const spelledOut = foldText(search).replace(/[äöü]/g, (umlaut) => `${plainText(umlaut)}e`)
  return searchWords(spelledOut).map((word) => {
    const pattern = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/[aou]e/g, '$&?')
    if (pattern === word) return contains(word)
    const regExp = new RegExp(pattern)
    return (text) => regExp.test(text)
  })
}

function contains(word: string): (text: string) => boolean {
  return (text) => text.includes(word)
}
