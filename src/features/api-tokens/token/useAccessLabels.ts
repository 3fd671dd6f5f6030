import { useI18n } from 'vue-i18n'

import { featureValues } from '#src/api/generated/values.ts'
import { joinSentences, listText } from '#src/ui/lib/listText.ts'

import type { AccessLevel, Feature, Permission, Permissions } from './tokenApi.ts'

/** What fits into one line of a table cell. */
const maxCharacters = 24

/** Returns the features that have this permission, in the order of the help article. */
function featuresAt(permissions: Permissions, permission: Permission): Feature[] {
  return featureValues.filter((feature) => permissions[feature] === permission)
}

/** Texts that describe access. */
export function useAccessLabels() {
  const { t, locale } = useI18n()

  /** What an application may do, in sentences: "Can read and change Sales Orders. Can read Tickets. Nothing else." */
  function sentences(level: AccessLevel | undefined, permissions: Permissions): string {
    if (!level) return t('apiTokens.sentences.nothing')
    if (level !== 'custom') return t(`apiTokens.sentences.${level}`)
    const full = featuresAt(permissions, 'full_access')
    const read = featuresAt(permissions, 'read_only')
    if (full.length + read.length === 0) return t('apiTokens.sentences.customNothing')
    const texts = [
      ...(full.length > 0
        ? [t('apiTokens.sentences.customFull', { features: formatFeatureList(full) })]
        : []),
      ...(read.length > 0
        ? [t('apiTokens.sentences.customRead', { features: formatFeatureList(read) })]
        : []),
      ...(full.length + read.length < featureValues.length
        ? [t('apiTokens.sentences.customRest')]
        : []),
    ]
    return joinSentences(texts, locale.value)
  }

  /** The same in one line: "Can change Sales Orders, read Tickets" */
  function brief(level: AccessLevel | undefined, permissions: Permissions): string {
    if (!level) return t('apiTokens.brief.nothing')
    if (level !== 'custom') return t(`apiTokens.brief.${level}`)
    const full = featuresAt(permissions, 'full_access')
    const read = featuresAt(permissions, 'read_only')
    if (full.length === 0 && read.length === 0) return t('apiTokens.brief.nothing')
    const [changeable, readable] = [formatFeatureList(full), formatFeatureList(read)]
    if (full.length === 0) return t('apiTokens.brief.customRead', { features: readable })
    if (read.length === 0) return t('apiTokens.brief.customFull', { features: changeable })
    return t('apiTokens.brief.customBoth', { changed: changeable, read: readable })
  }

  /** "Sales Orders (full) +2": at least one feature, those with Full Access first, and the number of the others. */
  function accessInWords(permissions: Permissions): string {
    const full = featuresAt(permissions, 'full_access')
    const read = featuresAt(permissions, 'read_only')
    const names = [
      ...full.map((feature) =>
        t('apiTokens.inWords.full', { feature: t(`apiTokens.features.${feature}`) }),
      ),
      ...read.map((feature) => t(`apiTokens.features.${feature}`)),
    ]
    if (names.length === 0) return t('apiTokens.inWords.none')
    const texts = names.map((_name, index) => {
      const features = listText(names.slice(0, index + 1), locale.value)
      const rest = names.length - index - 1
      return rest === 0 ? features : t('apiTokens.inWords.more', { features, count: rest })
    })
    return texts.findLast((text) => text.length <= maxCharacters) ?? texts[0] ?? ''
  }

  /** "Sales Orders, Tickets, and Messages" */
  function formatFeatureList(features: readonly Feature[]): string {
    const names = features.map((feature) => t(`apiTokens.features.${feature}`))
    return new Intl.ListFormat(locale.value).format(names)
  }

  return { sentences, brief, accessInWords, formatFeatureList }
}
