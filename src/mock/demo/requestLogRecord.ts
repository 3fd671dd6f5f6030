import { maskKeys } from '#src/shared/keysInText.ts'

import { sha256 } from '../domain/sha256.ts'
import type { RequestLogEntry } from '../server/requestLog/requestLogEntry.ts'
import type { RequestLogRecord } from './records.ts'

/** What a replay of a request needs besides its log entry. */
type ReplayFields = Pick<RequestLogRecord, 'headers' | 'address' | 'session'>

/** Whether a request may change data. Each public API request does: it is counted and recorded. */
export function isChange({
  method,
  surface,
}: Pick<RequestLogRecord, 'method' | 'surface'>): boolean {
  return surface === 'public' || !['GET', 'HEAD'].includes(method)
}

/**
 * Adds to a log entry what a replay of the request needs.
 *
 * @param sent see `replayFieldsOf`.
 * @param response null if the client gets none.
 * @param fault the fault that applied to the request, as `formatFault` returns it.
 */
export async function toRequestLogRecord(
  entry: RequestLogEntry,
  { headers, address = null, session = null }: ReplayFields,
  response: Response | null,
  fault: string | null,
): Promise<Omit<RequestLogRecord, 'id'>> {
  const creates = isChange(entry) && response?.ok === true
  const made = creates ? readCreated(await response.clone().text()).id : null
  return { ...entry, headers, address, session, made, fault }
}

/** Reads the id of the created record from a response body, and the key of a created token. */
export function readCreated(text: string): { id: string | null; token?: string; key?: string } {
  if (!text.startsWith('{')) return { id: null }
  const body = JSON.parse(text) as {
    id?: unknown
    token?: { id?: unknown }
    data?: { id?: unknown }
    key?: unknown
  }
  const token = body.token?.id
  const id = token ?? body.data?.id ?? body.id
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    ...(typeof token === 'string' ? { token } : {}),
    ...(typeof body.key === 'string' ? { key: body.key } : {}),
  }
}

const managementHeaders = ['If-Match', 'Idempotency-Key']
/** The log of a token's requests has these headers too. */
const publicHeaders = [...managementHeaders, 'Accept', 'Content-Type', 'User-Agent']

/**
 * Returns what a replay needs of a request besides its log entry.
 *
 * @param sender.session the value of the session cookie.
 * @param sender.userAgent the program that sends the requests without a `User-Agent` header.
 * @param sender.address the IP address.
 */
export function replayFieldsOf(
  { headers }: Request,
  surface: RequestLogRecord['surface'],
  sender: { session: string | undefined; userAgent: string | undefined; address: string },
): ReplayFields {
  const { session, userAgent, address } = sender
  const names = surface === 'public' ? publicHeaders : managementHeaders
  const pairs = names.flatMap((name) => {
    const value = headers.get(name) ?? (name === 'User-Agent' ? userAgent : undefined)
    return value === undefined || value === '*/*' ? [] : [[name, maskKeys(value)]]
  })
  return {
    headers: Object.fromEntries(pairs) as Record<string, string>,
    address: surface === 'public' ? address : null,
    session: session ? sha256(sha256(session)).slice(0, 8) : null,
  }
}
