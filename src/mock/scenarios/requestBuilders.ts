import { covers, neededAccess, reasonAgainstToken } from '../domain/publicAccess.ts'
import type { RequestRecord, TokenRecord } from '../domain/records.ts'
import type { PublicOperationId } from '../routes.ts'

/** A request of the public API: its method, its operation and, where something in it is wrong, the status that says so. */
export type Call = readonly [method: string, operation: PublicOperationId, notValid?: 400 | 404]

/** A request that came with a token, before it has a number. */
export interface AskedRequest {
  token: TokenRecord
  /** In milliseconds since 1970, as it is put in order by. */
  at: number
  call: Call
  milliseconds: number
}

export type Result = Pick<RequestRecord, 'status' | 'outcome' | 'reason' | 'feature' | 'needs'>

const answered: Result = {
  status: 200,
  outcome: 'answered',
  reason: null,
  feature: null,
  needs: null,
}

/** What the public API makes of a request, by the same rules (publicApi.ts): does the token work, may it, is it right. */
export function resultOf({ token, at, call: [method, operation, notValid] }: AskedRequest): Result {
  const reason = reasonAgainstToken(token, new Date(at))
  if (reason && (reason === 'expired' || at >= Date.parse(token.pausedAt ?? ''))) {
    return { ...answered, status: 401, outcome: 'refused', reason }
  }
  const needed = neededAccess(operation, method)
  if (needed && !covers(token.permissions, needed)) {
    return { status: 403, outcome: 'refused', reason: 'access', ...needed }
  }
  return notValid ? { ...answered, status: notValid, outcome: 'not_valid' } : answered
}
