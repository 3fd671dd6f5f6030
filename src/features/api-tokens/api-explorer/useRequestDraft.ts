import { computed, type Ref, ref, watch } from 'vue'

import type { ReferenceOperation } from '#src/api/generated/reference.ts'
import { apiBaseUrl } from '#src/api/apiBaseUrl.ts'
import type { PublicRequest } from '#src/api/curlCommand.ts'
import { pathAndQueryOf } from '#src/api/apiReference.ts'

import { requestExample } from './requestExample.ts'

/** The request that the user composes. It starts with an example, and restarts with each operation. */
export function useRequestDraft(operation: Readonly<Ref<ReferenceOperation>>) {
  const values = ref<Record<string, string>>({})
  const body = ref('')

  watch(
    operation,
    (chosen) => {
      const example = requestExample(chosen)
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

  /** The empty path parameters. The request has no URL without them. */
  const missing = computed(() =>
    operation.value.parameters
      .filter(({ name, in: where }) => where === 'path' && !values.value[name]?.trim())
      .map(({ name }) => name),
  )

  /** The browser's message on why the body is not valid JSON. Undefined if it is valid or empty. */
  const malformed = computed(() => {
    if (request.value.body === '') return undefined
    try {
      JSON.parse(request.value.body)
      return undefined
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown)
    }
  })

  return { values, body, request, missing, malformed }
}
