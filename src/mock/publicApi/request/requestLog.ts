import { businessDay } from '#src/shared/businessDay.ts'

import {
  isFull,
  placeAfter,
  placeIdOf,
  placesAfter,
  placesOf,
  useOfRequest,
} from '../../domain/places.ts'
import type {
  HeaderRecord,
  PlacesSummary,
  TokenRecord,
  TokenRequestRecord,
} from '../../domain/records.ts'
import { loggedClient, loggedPath, requestIdOf } from '../../domain/requestDetails.ts'
import { loggedRequestHeaders, loggedResponseHeaders } from '../../domain/requestHeaders.ts'
import { noticesOfRequest, endedNotices } from '../../domain/requestNotices.ts'
import { afterRequest } from '../../domain/tokenLifecycle.ts'
import { usageAfter, usageId } from '../../domain/usage.ts'
import type { Writer } from '../../domain/schema.ts'
import type { EdeskError } from '../edeskError.ts'
import type { Caller } from '../operation.ts'
import { nextInSequence } from '../../server/records/sequences.ts'

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
  const after = afterRequest({ ...token, places: await recordPlace(db, token, entry) }, entry)
  await db.put('tokens', after)
  for (const id of endedNotices(token, after)) await db.delete('notices', id)
  for (const notice of noticesOfRequest(token, after, request.at)) await db.put('notices', notice)
  const date = businessDay(request.at, business.timeZone)
  const usage = await db.get('usage', usageId(token.id, date))
  await db.put('usage', usageAfter(usage, entry, date))
  return requestId
}

/** Records the place that a request comes from. Returns the places of its token in numbers. */
async function recordPlace(
  db: Writer,
  token: TokenRecord,
  request: TokenRequestRecord,
): Promise<PlacesSummary> {
  const places = placesOf(token)
  const use = useOfRequest(request)
  const known = await db.get('places', placeIdOf(use))
  const oldest = { equals: [token.id], limit: 1 }
  const [dropped] = known || !isFull(places) ? [] : await db.list('places', 'byToken', oldest)
  if (dropped) await db.delete('places', dropped.id)
  const place = placeAfter(known, use)
  await db.put('places', place)
  return placesAfter(places, place, { isNew: !known, dropped })
}

function outcomeOf({ error }: { error?: EdeskError }): TokenRequestRecord['outcome'] {
  if (!error) return 'answered'
  return error.refusal ? 'refused' : 'not_valid'
}
