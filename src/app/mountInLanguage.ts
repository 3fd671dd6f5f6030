import type { App } from 'vue'

import { parseLanguage } from '#src/locales/languages.ts'
import { initialLanguage, showLanguage } from '#src/ui/lib/language.ts'

/**
 * Mounts the application in the reader's language. English words are there; for another language, it first loads its words. If they
 * do not load, the application is in English.
 *
 * @param link the parameters of a demo link, if the page was opened with one.
 */
export function mountInLanguage(app: App, link: URLSearchParams | undefined): void {
  const ofLink = parseLanguage(link?.get('demo.lang')) ?? null
  const language = initialLanguage(link ? ofLink : undefined)
  const mount = () => app.mount('#app')
  if (language === 'en') mount()
  else
    void showLanguage(language)
      .catch(() => undefined)
      .finally(mount)
}
