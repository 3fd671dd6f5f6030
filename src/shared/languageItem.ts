/** The item of the browser's storages that keeps the language of the page. */
export const languageItem = 'edesk.language'
