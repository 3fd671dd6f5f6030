import { maskKeys } from '#src/shared/keysInText.ts'
import type { RequestLogEntry } from '../server/requestLog/requestLogEntry.ts'
import type { RequestLogRecord } from './records.ts'

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
 * @param response null if the client gets none.
 * @param fault the fault that applied to the request, as `formatFault` returns it.
 */
export async function toRequestLogRecord(
  entry: RequestLogEntry,
  request: Request,
  response: Response | null,
  fault: string | null,
): Promise<Omit<RequestLogRecord, 'id'>> {
  const creates = isChange(entry) && response?.ok === true
  const made = creates ? readCreated(await response.clone().text()).id : null
  return { ...entry, headers: replayHeaders(request.headers), made, fault }
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

/** Returns the headers that affect what a request does. */
function replayHeaders(headers: Headers): Record<string, string> {
  const names = ['If-Match', 'Idempotency-Key']
  return Object.fromEntries(
    names.flatMap((name) => (headers.has(name) ? [[name, maskKeys(headers.get(name) ?? '')]] : [])),
  )
}
