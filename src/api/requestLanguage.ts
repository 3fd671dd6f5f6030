let language = 'en'

/** Returns the language that requests to the management API ask for. Names sort by it. */
export function requestLanguage(): string {
  return language
}

/** Makes requests ask for a language, such as `de`: that of the page. */
export function requestInLanguage(next: string): void {
  language = next
}
