import { includesAccess } from '#src/shared/access.ts'

import { neededAccess } from '../domain/publicAccess.ts'
import { tokenInactiveReason } from '../domain/tokenLifecycle.ts'
import type { TokenRequestRecord, TokenRecord } from '../domain/records.ts'
import type { PublicOperationId } from '../server/contract/routes.ts'

/** A call of the public API: its method, its operation and, for an invalid request, the status of the response. */
export type Call = readonly [method: string, operation: PublicOperationId, notValid?: 400 | 404]

/** A request with a token, before it gets a number. */
export interface SimulatedRequest {
  token: TokenRecord
  /** Milliseconds since 1970; requests are sorted by this. */
  at: number
  call: Call
  milliseconds: number
  /** By default, one that fits the operation (`seededPath`). */
  path?: string | undefined
  /** The `User-Agent` header. */
  client?: string | undefined
  /** The IP address that it comes from. By default, that of the sample application. */
  address?: string | undefined
}

export type Result = Pick<TokenRequestRecord, 'status' | 'outcome' | 'reason' | 'feature' | 'needs'>

const answered: Result = {
  status: 200,
  outcome: 'answered',
  reason: null,
  feature: null,
  needs: null,
}

/** Returns the outcome of a request by the rules of publicApi.ts: token status, then access, then validity. */
export function simulateOutcome({
  token,
  at,
  call: [method, operation, notValid],
}: SimulatedRequest): Result {
  const reason = tokenInactiveReason(token, new Date(at))
  if (reason && (reason === 'expired' || at >= Date.parse(token.pausedAt ?? ''))) {
    return { ...answered, status: 401, outcome: 'refused', reason }
  }
  const needed = neededAccess(operation, method)
  if (needed && !includesAccess(token.permissions, needed)) {
    return { status: 403, outcome: 'refused', reason: 'access', ...needed }
  }
  return notValid ? { ...answered, status: notValid, outcome: 'not_valid' } : answered
}
