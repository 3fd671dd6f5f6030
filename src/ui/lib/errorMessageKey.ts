import type { ApiError } from '#src/api/apiError.ts'

/** Returns the locale key of an error's message, which says what happened and what to do. */
export function errorMessageKey(error: ApiError): string {
  return `errors.${error.kind}`
}
