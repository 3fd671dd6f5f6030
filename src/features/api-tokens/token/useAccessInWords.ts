import { useI18n } from 'vue-i18n'

import { featureValues } from '#src/api/generated/values.ts'

import type { Permissions } from './tokenApi.ts'

/** What fits into one line of a table cell. */
const maxCharacters = 24

/** The features of a Custom token in a few words. */
export function useAccessInWords() {
  const { t } = useI18n()

  /** "Sales Orders (full) +2": at least one feature, those with Full Access first, and the number of the others. */
  function accessInWords(permissions: Permissions): string {
    const full = featureValues.filter((feature) => permissions[feature] === 'full_access')
    const read = featureValues.filter((feature) => permissions[feature] === 'read_only')
    const names = [
      ...full.map((feature) =>
        t('apiTokens.inWords.full', { feature: t(`apiTokens.features.${feature}`) }),
      ),
      ...read.map((feature) => t(`apiTokens.features.${feature}`)),
    ]
    if (names.length === 0) return t('apiTokens.inWords.none')
    const texts = names.map((_name, index) => {
      const features = names.slice(0, index + 1).join(', ')
      const rest = names.length - index - 1
      return rest === 0 ? features : t('apiTokens.inWords.more', { features, count: rest })
    })
    return texts.findLast((text) => text.length <= maxCharacters) ?? texts[0] ?? ''
  }

  return { accessInWords }
}
