import { useI18n } from 'vue-i18n'

import type { BodyField } from '#src/api/bodyFields.ts'
import type { components } from '#src/api/generated/schema.ts'

type Schemas = components['schemas']

/** Puts the requirements and types of the public API into words. */
export function useApiLabels() {
  const { t, n } = useI18n()

  /** "Full Access to Tickets", "Read Only or Full Access to Tickets", "any token". */
  function access(feature: Schemas['Feature'] | null, needs: Schemas['Permission'] | null): string {
    if (feature === null) return t('reference.access.any')
    const words = needs === 'full_access' ? 'reference.access.full' : 'reference.access.read'
    return t(words, { feature: t(`apiTokens.features.${feature}`) })
  }

  /** "array of integers or null" */
  function fieldType({ kinds, list, nullable }: BodyField): string {
    const names = kinds.map((kind) => t(`reference.types.${list ? 'many' : 'one'}.${kind}`))
    const type = names.join(t('reference.types.or'))
    const listed = list ? t('reference.types.listOf', { type }) : type
    return nullable ? t('reference.types.orNull', { type: listed }) : listed
  }

  /** "At most 255 characters.", or undefined when the description already says so. */
  function limit({ limit, description = '' }: BodyField): string | undefined {
    if (limit === undefined) return undefined
    const count = n(limit)
    return description.includes(`${count} characters`)
      ? undefined
      : t('reference.types.limit', { count })
  }

  return { access, fieldType, limit }
}
