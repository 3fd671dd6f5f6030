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
      const line = lineOf(thrown)
      return line === undefined
        ? t('apiExplorer.bodyMalformed')
        : t('apiExplorer.bodyMalformedAt', { line })
    }
  })

  return { values, body, request, parameterErrors, bodyError }
}

/** Returns the line of the body where the browser found an error; undefined if it names none. Its own words are in English. */
function lineOf(thrown: unknown): string | undefined {
  return thrown instanceof SyntaxError ? /\bline (\d+)/.exec(thrown.message)?.[1] : undefined
}
