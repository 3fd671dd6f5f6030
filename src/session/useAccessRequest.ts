import { useI18n } from 'vue-i18n'

import { requestAccess } from '#src/api/peopleApi.ts'
import { useAction } from '#src/ui/composables/useAction.ts'
import { showToast } from '#src/ui/lib/toast.ts'

/** The action of an Agent who requests Admin access. */
export function useAccessRequest() {
  const { t } = useI18n()
  return useAction(async () => {
    await requestAccess()
    showToast(t('app.accessRequested'))
  })
}
