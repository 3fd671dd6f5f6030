import { languages } from '#src/locales/languages.ts'
import { keyPattern } from '#src/shared/keyFormat.ts'

import { wordsIn } from '../words/wordsOf.ts'

/** What `findKeysInPage` searches for. */
export interface KeySearch {
  /** The source of an expression for a key. */
  form: string
  /** The source of an expression for the labels of the fields that may contain a key, in every language. */
  keyFields: string
}

const labels = languages.flatMap((language) => {
  const words = wordsIn(language)
  return (['apiExplorer.key.label', 'shipping.connect.key', 'leakedKeys.label'] as const).map(
    (key) => words.text(key),
  )
})

export const keySearch: KeySearch = {
  form: keyPattern.source,
  keyFields: `^(?:${[...new Set(labels)].join('|')})`,
}
