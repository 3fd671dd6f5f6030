/** Attributes of a field with a key. No spell checker, translation service or password manager may read or keep the key. */
export const secretFieldAttributes = {
  spellcheck: 'false',
  autocomplete: 'off',
  autocapitalize: 'off',
  translate: 'no',
  dir: 'ltr',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
} as const
