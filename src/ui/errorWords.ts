import type { ApiError } from '#src/api/apiError.ts'

/** The key, in the locale files, of the sentence that says what happened and what to do. */
export function errorWords(error: ApiError): string {
  return `errors.${error.kind}`
}
