import { onTestFinished } from 'vitest'

import type { Language } from '#src/locales/languages.ts'
import { initialLanguage, showLanguage } from '#src/ui/lib/language.ts'

/** Shows the page in a language until the end of the test, as a demo link does: the choice of the person does not change it. */
export async function showInTest(language: Language): Promise<void> {
  onTestFinished(() => void initialLanguage(null))
  await showLanguage(initialLanguage(language))
}
