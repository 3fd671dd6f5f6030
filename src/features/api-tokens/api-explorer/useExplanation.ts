import { useI18n } from 'vue-i18n'

import type { ReferenceOperation } from '#src/api/generated/reference.ts'
import { useApiLabels } from '#src/ui/composables/useApiLabels.ts'
import { isolate } from '#src/ui/lib/isolate.ts'

import type { Explanation } from './explainResponse.ts'

/** Texts that explain a response. */
export function useExplanation() {
  const { t, n } = useI18n()
  const { access } = useApiLabels()

  function sentence(explanation: Explanation, operation: ReferenceOperation): string {
    const key = `apiExplorer.explanations.${explanation.kind}`
    switch (explanation.kind) {
      case 'listed': {
        const { shown, total } = explanation
        return t(key, { shown: n(shown), total: n(total) }, shown === 1 && total === 1 ? 1 : 2)
      }
      case 'whoami':
        return t(key, { name: isolate(explanation.name) })
      case 'access':
        return t(key, { access: access(operation.feature, operation.needs) })
      case 'tooMany':
        return t(key, { seconds: n(explanation.seconds) }, explanation.seconds)
      case 'unreadable':
      case 'notAccepted':
      case 'refused':
        return t(key, { details: isolate(explanation.details) })
      case 'got':
      case 'added':
      case 'changed':
      case 'deleted':
      case 'archived':
      case 'invalidFields':
      case 'unknownKey':
      case 'expired':
      case 'paused':
      case 'plan':
      case 'address':
      case 'notFound':
      case 'broken':
        return t(key)
    }
  }

  return { sentence }
}
