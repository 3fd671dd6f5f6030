import type { ReferenceOperation } from '#src/api/generated/reference.ts'
import { keyRefusal } from '#src/api/keyRefusal.ts'

import type { PublicResponse } from './sendRequest.ts'

/** What a response from eDesk means to the user. */
export type Explanation =
  | { kind: 'listed'; shown: number; total: number }
  | { kind: 'whoami'; name: string }
  | { kind: 'got' | 'added' | 'changed' | 'deleted' | 'archived' }
  | { kind: 'invalidFields'; fields: { name: string; code: string }[] }
  | { kind: 'unreadable' | 'notAccepted' | 'refused'; details: string }
  | {
      kind:
        'unknownKey' | 'expired' | 'paused' | 'plan' | 'access' | 'address' | 'notFound' | 'broken'
    }
  | { kind: 'tooMany'; seconds: number }

/** Explains a response by its status and its content. */
export function explainResponse(
  response: PublicResponse,
  operation: Pick<ReferenceOperation, 'operationId' | 'method'>,
): Explanation {
  const { status, json } = response
  if (status < 300) return explainSuccess(json, operation)
  const details = memberOf(memberOf(json, 'error'), 'details')
  const message = typeof details === 'string' ? details : ''
  switch (status) {
    case 400:
      return typeof details === 'object' && details !== null
        ? { kind: 'invalidFields', fields: invalidFieldsOf(details) }
        : { kind: 'unreadable', details: message }
    case 401:
    case 403:
      return explainRefusal(status, message)
    case 404:
      return { kind: 'notFound' }
    case 429:
      return { kind: 'tooMany', seconds: secondsToWait(response) }
    default:
      return status >= 500 ? { kind: 'broken' } : { kind: 'refused', details: message }
  }
}

function explainRefusal(status: 401 | 403, details: string): Explanation {
  const kind = keyRefusal(status, details)
  if (kind === 'unreadable') return { kind: 'notAccepted', details }
  return { kind: kind === 'unknown' ? 'unknownKey' : kind }
}

function explainSuccess(
  json: unknown,
  { operationId, method }: Pick<ReferenceOperation, 'operationId' | 'method'>,
): Explanation {
  const data = memberOf(json, 'data')
  if (Array.isArray(data)) {
    const total = memberOf(memberOf(json, 'paginator'), 'totalItemsCount')
    return { kind: 'listed', shown: data.length, total: Number(total) || data.length }
  }
  if (operationId === 'whoami') {
    const name = memberOf(memberOf(data, 'user') ?? memberOf(json, 'user'), 'name')
    return { kind: 'whoami', name: typeof name === 'string' ? name : '' }
  }
  if (operationId === 'DeleteTicket') return { kind: 'archived' }
  switch (method) {
    case 'GET':
      return { kind: 'got' }
    case 'POST':
      return { kind: 'added' }
    case 'PUT':
      return { kind: 'changed' }
    case 'DELETE':
      return { kind: 'deleted' }
  }
}

function invalidFieldsOf(details: object): { name: string; code: string }[] {
  return Object.entries(details).map(([name, error]: [string, unknown]) => ({
    name,
    code: String(memberOf(error, 'errorCode')),
  }))
}

function secondsToWait({ headers }: PublicResponse): number {
  const retryAfter = headers.find(([name]) => name === 'retry-after')?.[1]
  return Math.max(1, Number(retryAfter) || 1)
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
