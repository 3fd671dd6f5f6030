import type { useI18n } from 'vue-i18n'

import { programInWords } from '#src/shared/clientProgram.ts'

/**
 * Returns the program that a `User-Agent` header names, in words: "Python requests 2.31", "A browser (Firefox)".
 *
 * @param withVersion if it is false, the version is left out.
 */
export function programText(
  client: string | null,
  t: ReturnType<typeof useI18n>['t'],
  withVersion = true,
): string {
  const program = programInWords(client)
  if (!program) return t('places.unknownProgram')
  const { kind, name, version } = program
  if (kind === 'browser') return t('places.browser', { name })
  return withVersion && version !== null ? `${name} ${version}` : name
}
