import { type ErrorCode, type FieldCodes, validationError } from '../edeskError.ts'

/**
 * Merges validation results and rejects the request if any field is invalid. If two results name the same field, the first
 * applies.
 *
 * @throws EdeskError 400 that lists all invalid fields.
 */
export function assertValidFields(...results: readonly FieldCodes[]): void {
  const codes: Record<string, ErrorCode> = {}
  for (const result of results) {
    for (const [field, code] of Object.entries(result)) codes[field] ??= code
  }
  if (Object.keys(codes).length > 0) throw validationError(codes)
}
