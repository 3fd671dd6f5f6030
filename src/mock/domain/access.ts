import { planIncludesTokens } from '#src/shared/access.ts'

import type { BusinessRecord, UserRecord } from './records.ts'

/** Returns why a user may not manage the tokens of a business; undefined if they may. */
export function tokenAccessError(
  user: Pick<UserRecord, 'role'>,
  business: Pick<BusinessRecord, 'plan'>,
): 'admin-required' | 'plan-required' | undefined {
  if (user.role !== 'admin') return 'admin-required'
  return planIncludesTokens(business.plan) ? undefined : 'plan-required'
}
