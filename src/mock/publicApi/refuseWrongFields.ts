import { type ErrorCode, type FieldCodes, validationError } from './edeskError.ts'

/**
 * Refuses a request in which any field is wrong, telling of all of them. Where two findings are about one field, the first
 * counts.
 *
 * @throws EdeskError 400
 */
export function refuseWrongFields(...findings: readonly FieldCodes[]): void {
  const codes: Record<string, ErrorCode> = {}
  for (const finding of findings) {
    for (const [field, code] of Object.entries(finding)) codes[field] ??= code
  }
  if (Object.keys(codes).length > 0) throw validationError(codes)
}
