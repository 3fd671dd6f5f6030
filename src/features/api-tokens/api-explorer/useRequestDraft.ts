import { computed, type Ref, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'

import type { ReferenceOperation } from '#src/api/generated/reference.ts'
import { apiBaseUrl } from '#src/api/apiBaseUrl.ts'
import type { PublicRequest } from '#src/api/curlCommand.ts'
import { pathAndQueryOf } from '#src/api/apiReference.ts'
import { containsKey } from '#src/shared/keysInText.ts'

import { requestExample } from './requestExample.ts'

/** The request that the user edits. Each operation starts with its example. */
export function useRequestDraft(operation: Readonly<Ref<ReferenceOperation>>) {
  const { t } = useI18n()
  const values = ref<Record<string, string>>({})
  const body = ref('')

  watch(
    operation,
    (selected) => {
      const example = requestExample(selected)
      values.value = { ...example.values }
      body.value = example.body
    },
    { immediate: true },
  )

  const request = computed<PublicRequest>(() => ({
    method: operation.value.method,
    url: apiBaseUrl() + pathAndQueryOf(operation.value, values.value),
    body: body.value.trim(),
  }))

  /** Why parameters cannot be sent, by their names. */
  const parameterErrors = computed<Record<string, string>>(() =>
    Object.fromEntries(
      operation.value.parameters.flatMap(({ name, in: place }) => {
        const value = values.value[name] ?? ''
        if (containsKey(value)) return [[name, t('ui.containsKey')]]
        if (place === 'path' && value.trim() === '') return [[name, t('apiExplorer.fieldRequired')]]
        return []
      }),
    ),
  )

  /** Why the body cannot be sent. Undefined if it is empty. */
  const bodyError = computed(() => {
    if (request.value.body === '') return undefined
    if (containsKey(request.value.body)) return t('ui.containsKey')
    try {
      JSON.parse(request.value.body)
      return undefined
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown)
      return t('apiExplorer.bodyMalformed', { reason })
    }
  })

  return { values, body, request, parameterErrors, bodyError }
}
