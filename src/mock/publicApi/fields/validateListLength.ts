import { limits } from '#src/api/generated/values.ts'

import type { FieldCodes } from '../edeskError.ts'

/**
 * Reports a request that adds too many entries to a list of a record. The contract limits the list of one request only.
 *
 * @param existing how many entries the list has.
 * @param added how many the request adds.
 */
export function validateListLength(field: string, existing: number, added: number): FieldCodes {
  return added > 0 && existing + added > limits.listItems ? { [field]: '4007' } : {}
}
