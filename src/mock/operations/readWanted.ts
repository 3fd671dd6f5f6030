import type { AccessLevel, Permissions } from '../domain/records.ts'
import { type ExpiryFault, readExpiry } from '../domain/tokenLife.ts'
import { type FieldError, invalidField } from '../problem.ts'

const expiryDetails: Record<ExpiryFault, string> = {
  'not-a-time': 'It is not a valid time.',
  'in-the-past': 'It is in the past.',
  'too-far': 'It is more than ten years in the future.',
}

/** Validates the access of a new token. Returns the errors. */
export function faultsOfAccess({
  accessLevel,
  permissions,
}: {
  accessLevel: AccessLevel
  permissions?: Permissions | undefined
}): FieldError[] {
  if ((accessLevel === 'custom') === (permissions !== undefined)) return []
  const detail = 'The access level custom needs permissions; the others do not allow them.'
  return [invalidField('permissions', permissions ? 'not-allowed' : 'required', detail)]
}

/** Validates the expiry of a token. Returns it as it is stored, and the errors. */
export function readExpiryField(
  given: string | null | undefined,
  now: Date,
): { expiresAt: string | null; faults: FieldError[] } {
  const read = readExpiry(given, now)
  if (read.ok) return { expiresAt: read.value, faults: [] }
  return {
    expiresAt: null,
    faults: [invalidField('expiresAt', read.code, expiryDetails[read.code])],
  }
}
