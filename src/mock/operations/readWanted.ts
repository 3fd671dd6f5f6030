import type { AccessLevel, Permissions } from '../domain/records.ts'
import { type ExpiryFault, readExpiry } from '../domain/tokenLife.ts'
import { type FieldError, invalidField } from '../problem.ts'

const expiryDetails: Record<ExpiryFault, string> = {
  'not-a-time': 'It is no time.',
  'in-the-past': 'It is past.',
  'too-far': 'It is more than ten years ahead.',
}

/** What is wrong with an access that somebody wants a token to have. */
export function faultsOfAccess({
  accessLevel,
  permissions,
}: {
  accessLevel: AccessLevel
  permissions?: Permissions | undefined
}): FieldError[] {
  if ((accessLevel === 'custom') === (permissions !== undefined)) return []
  const detail = 'Permissions belong to the access level custom, and to no other.'
  return [invalidField('permissions', permissions ? 'not-allowed' : 'required', detail)]
}

/** From when on a token is to be refused, and what is wrong with that. */
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
