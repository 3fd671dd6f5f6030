import { businessDay } from '#src/shared/businessDay.ts'

import type { HeaderRecord, TokenRequestRecord } from '../../domain/records.ts'
import { loggedClient, loggedPath, requestIdOf } from '../../domain/requestDetails.ts'
import { loggedRequestHeaders, loggedResponseHeaders } from '../../domain/requestHeaders.ts'
import { noticesOfRequest, endedNotices } from '../../domain/requestNotices.ts'
import { afterRequest } from '../../domain/tokenLifecycle.ts'
import { usageAfter, usageId } from '../../domain/usage.ts'
import type { Writer } from '../../domain/schema.ts'
import type { EdeskError } from '../edeskError.ts'
import type { Caller } from '../operation.ts'
import { nextInSequence } from '../../server/records/sequences.ts'
import { recordPlace } from './recordPlace.ts'

/**
 * Records a request, in the transaction that also runs its operation: in the token's request log, last use, notices, places and
 * daily usage.
 *
 * @returns the id of the request.
 */
export async function recordRequest(
  db: Writer,
  { token, business }: Caller,
  request: {
    at: Date
    method: string
    pathname: string
    operation: string | null
    headers: Headers
    /** The program that sent it, if it has no `User-Agent` header. */
    userAgent: string | null
    /** The IP address that it came from, if it is known. */
    address: string | null
    milliseconds: number
  },
  outcome: { status: number; headers: HeaderRecord; error?: EdeskError },
): Promise<string> {
  const at = request.at.toISOString()
  const id = await nextInSequence(db, 'requests')
  const requestId = requestIdOf(token.id, id)
  const entry: TokenRequestRecord = {
    id,
    requestId,
    tokenId: token.id,
    at,
    method: request.method,
    path: loggedPath(request.pathname),
    operation: request.operation,
    client: loggedClient(request.headers.get('user-agent') ?? request.userAgent),
    address: request.address,
    sent: loggedRequestHeaders(request.headers),
    received: loggedResponseHeaders(outcome.headers),
    status: outcome.status,
    milliseconds: request.milliseconds,
    outcome: outcomeOf(outcome),
    reason: outcome.error?.refusal?.reason ?? null,
    feature: outcome.error?.refusal?.missing?.feature ?? null,
    needs: outcome.error?.refusal?.missing?.needs ?? null,
  }
  await db.put('requests', entry)
  const places = await recordPlace(db, token, entry)
  const after = afterRequest({ ...token, places }, entry)
  await db.put('tokens', after)
  for (const id of endedNotices(token, after)) await db.delete('notices', id)
  for (const notice of noticesOfRequest(token, after, request.at)) await db.put('notices', notice)
  const date = businessDay(request.at, business.timeZone)
  const usage = await db.get('usage', usageId(token.id, date))
  await db.put('usage', usageAfter(usage, entry, date))
  return requestId
}

function outcomeOf({ error }: { error?: EdeskError }): TokenRequestRecord['outcome'] {
  if (!error) return 'answered'
  return error.refusal ? 'refused' : 'not_valid'
}
