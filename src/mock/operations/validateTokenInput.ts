import { grantsAccess } from '#src/shared/access.ts'
import { defaultLifetime } from '#src/shared/tokenRules.ts'

import type { AccessLevel, BusinessRecord, Permissions } from '../domain/records.ts'
import { rulesOf } from '../domain/rules.ts'
import { type ExpiryIssue, parseExpiry } from '../domain/tokenLifecycle.ts'
import { type FieldError, invalidField } from '../server/errors/problem.ts'

const expiryDetails: Record<ExpiryIssue, string> = {
  'not-a-time': 'It is not a valid time.',
  'in-the-past': 'It is in the past.',
  'too-far': 'It is more than ten years in the future.',
}

/** Validates the access of a new token. Returns the errors. */
export function validateAccess({
  accessLevel,
  permissions,
}: {
  accessLevel: AccessLevel
  permissions?: Permissions | undefined
}): FieldError[] {
  if (accessLevel === 'custom' && permissions && !grantsAccess(permissions)) {
    return [invalidField('permissions', 'required', 'Give access to at least one feature.')]
  }
  if ((accessLevel === 'custom') === (permissions !== undefined)) return []
  const detail = 'The access level custom needs permissions; the others do not allow them.'
  return [invalidField('permissions', permissions ? 'not-allowed' : 'required', detail)]
}

/**
 * Validates the expiry of a token. Returns it as it is stored, and the errors. A token without an expiry gets the default, or the
 * longest life that the rules of the business allow.
 */
export function parseExpiryField(
  given: string | null | undefined,
  business: BusinessRecord,
  now: Date,
): { expiresAt: string | null; errors: FieldError[] } {
  const read = parseExpiry(given, now, defaultLifetime(rulesOf(business).longestLife))
  if (read.ok) return { expiresAt: read.value, errors: [] }
  return {
    expiresAt: null,
    errors: [invalidField('expiresAt', read.code, expiryDetails[read.code])],
  }
}
