import { useI18n } from 'vue-i18n'

import type { ApiError } from '#src/api/apiError.ts'

/** Returns a function for the message of an error, which says what happened and what to do. */
export function useErrorMessage(): (error: ApiError) => string {
  const { t } = useI18n()
  // The count is for `too-many-attempts`, whose message says how long to wait.
  return (error) => t(`errors.${error.kind}`, error.retryAfterSeconds)
}
