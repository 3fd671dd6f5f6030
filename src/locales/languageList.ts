// Generated from the folders of src/locales by `npm run generate`.

/** The languages of the application, each by its own name, in the order of the choice. */
export const languageNames = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  pl: 'Polski',
  ar: 'العربية',
  ja: '日本語',
} as const

/** The codes of the languages that are written from right to left. */
export const rightToLeft: readonly string[] = ['ar']
