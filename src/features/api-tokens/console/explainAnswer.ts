import type { ReferenceOperation } from '#src/api/generated/reference.ts'

import type { PublicAnswer } from './sendRequest.ts'

/** What an answer of eDesk means, for people. */
export type Explanation =
  | { kind: 'listed'; shown: number; total: number }
  | { kind: 'whoami'; name: string }
  | { kind: 'got' | 'added' | 'changed' | 'deleted' | 'archived' }
  | { kind: 'invalidFields'; fields: { name: string; code: string }[] }
  | { kind: 'unreadable' | 'notAccepted' | 'refused'; details: string }
  | { kind: 'unknownKey' | 'expired' | 'paused' | 'plan' | 'access' | 'notFound' | 'broken' }
  | { kind: 'tooMany'; seconds: number }

/**
 * Explains an answer by its status and by what it holds. The refusals with 401, and those with 403, have nothing but their
 * texts to tell them apart (edesk-api: the first table of the facts).
 */
export function explainAnswer(
  answer: PublicAnswer,
  operation: Pick<ReferenceOperation, 'operationId' | 'method'>,
): Explanation {
  const { status, json } = answer
  if (status < 300) return explainSuccess(json, operation)
  const details = memberOf(memberOf(json, 'error'), 'details')
  const said = typeof details === 'string' ? details : ''
  switch (status) {
    case 400:
      return typeof details === 'object' && details !== null
        ? { kind: 'invalidFields', fields: faultsOf(details) }
        : { kind: 'unreadable', details: said }
    case 401:
      if (/\bexpired\b/i.test(said)) return { kind: 'expired' }
      if (/\bpaused\b/i.test(said)) return { kind: 'paused' }
      return { kind: 'notAccepted', details: said }
    case 403:
      if (said === 'Invalid token.') return { kind: 'unknownKey' }
      return { kind: /\bplan\b/i.test(said) ? 'plan' : 'access' }
    case 404:
      return { kind: 'notFound' }
    case 429:
      return { kind: 'tooMany', seconds: secondsToWait(answer) }
    default:
      return status >= 500 ? { kind: 'broken' } : { kind: 'refused', details: said }
  }
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

function faultsOf(details: object): { name: string; code: string }[] {
  return Object.entries(details).map(([name, fault]: [string, unknown]) => ({
    name,
    code: String(memberOf(fault, 'errorCode')),
  }))
}

function secondsToWait({ headers }: PublicAnswer): number {
  const given = headers.find(([name]) => name === 'retry-after')?.[1]
  return Math.max(1, Number(given) || 1)
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
