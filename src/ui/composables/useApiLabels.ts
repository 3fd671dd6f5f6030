import { useI18n } from 'vue-i18n'

import type { BodyField } from '#src/api/bodyFields.ts'
import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']

/** Puts the requirements and types of the public API into words. */
export function useApiLabels() {
  const { t, n, locale } = useI18n()

  /** "Full Access to Tickets", "Read Only or Full Access to Tickets", "any token". */
  function access(feature: Schemas['Feature'] | null, needs: Schemas['Permission'] | null): string {
    if (feature === null) return t('reference.access.any')
    const words = needs === 'full_access' ? 'reference.access.full' : 'reference.access.read'
    return t(words, { feature: t(`apiTokens.features.${feature}`) })
  }

  /** "array of integers or null" */
  function fieldType({ kinds, list, nullable }: BodyField): string {
    const names = kinds.map((kind) => t(`reference.types.${list ? 'many' : 'one'}.${kind}`))
    const type = oneOf(names)
    const listed = list ? t('reference.types.listOf', { type }) : type
    return nullable ? oneOf([listed, 'null']) : listed
  }

  /** "integer or string" */
  function oneOf(names: readonly string[]): string {
    return new Intl.ListFormat(locale.value, { type: 'disjunction' }).format(names)
  }

  /** "At most 255 characters." */
  function limit({ limit }: BodyField): string | undefined {
    return limit === undefined ? undefined : t('reference.types.limit', { count: n(limit) })
  }

  return { access, fieldType, limit }
}
