import type { App } from 'vue'

import { parseLanguage } from '#src/locales/languages.ts'
import { initialLanguage, showLanguage } from '#src/ui/lib/language.ts'

/**
 * Mounts the application in the reader's language. English words are there; for another language, it first loads its words. If they
 * do not load, the application is in English.
 *
 * @param link the language that a demo link names, if it does.
 */
export function mountInLanguage(app: App, link: string | null | undefined): void {
  const language = initialLanguage(parseLanguage(link))
  const mount = () => app.mount('#app')
  if (language === 'en') mount()
  else
    void showLanguage(language)
      .catch(() => undefined)
      .finally(mount)
}
