import { maskKeysIn } from '#src/shared/keysInText.ts'

import type { RequestLogEntry } from './requestLogEntry.ts'
import { ContractProblem, Problem } from '../errors/problem.ts'
import type { EdeskError } from '../../publicApi/edeskError.ts'
import { type Route } from '../contract/routes.ts'
import { findResponseViolation } from '../contract/findResponseViolation.ts'
import type { BodyBytes } from '../http/bodyBytes.ts'
import { toLoggedBody } from './toLoggedBody.ts'

/** What an API records about a request while it handles it. `toRequestLogEntry` builds the log entry from it. */
export interface RequestTrace {
  /** When the operation ran; undefined if the request was rejected before. */
  at: Date | undefined
  route: Route | undefined
  by: RequestLogEntry['by']
  /** The body, if the operation takes one. */
  body: BodyBytes | undefined
  /** The error that the response reports, if the request was rejected. */
  refusal: Problem | EdeskError | undefined
  /** The error behind an internal error; undefined if the request succeeded or was rejected. */
  failure: unknown
  /** How the intended response violated the contract, so that an error was sent instead. */
  violation: string | undefined
}

export function emptyTrace(): RequestTrace {
  return {
    at: undefined,
    route: undefined,
    by: { kind: 'nobody' },
    body: undefined,
    refusal: undefined,
    failure: undefined,
    violation: undefined,
  }
}

/**
 * Builds the log entry of a request and its response, without the keys in it.
 *
 * @param sent the request, and when and at which API and path it arrived.
 */
export async function toRequestLogEntry(
  sent: { at: Date; surface: RequestLogEntry['surface']; path: string; request: Request },
  { at: operationAt, route, by, body, refusal, violation }: RequestTrace,
  response: Response,
): Promise<RequestLogEntry> {
  const { at, surface, path, request } = sent
  const detail = refusal ? detailOf(refusal) : null
  const violations = [violation, await violationOfError(route, request.method, response)]
  return maskKeysIn({
    // A replay runs the operation at this time.
    at: (operationAt ?? at).toISOString(),
    method: request.method,
    path,
    operation: route?.operationId ?? null,
    surface,
    by,
    status: response.status,
    reason: refusal ? reasonOf(refusal) : null,
    detail,
    mismatches: [
      ...(detail !== null && refusal instanceof ContractProblem
        ? [{ in: 'request' as const, detail }]
        : []),
      ...violations.flatMap((found) =>
        found === undefined ? [] : [{ in: 'answer' as const, detail: found }],
      ),
    ],
    body: toLoggedBody(request.headers.get('content-type'), body, response.ok),
  })
}

/** Checks an error response against the contract. Successful responses were checked before they were sent. */
async function violationOfError(
  route: Route | undefined,
  method: string,
  response: Response,
): Promise<string | undefined> {
  // A response to HEAD has no body to check.
  if (!route || response.status < 400 || method === 'HEAD') return undefined
  return findResponseViolation(route, response.status, await response.clone().json())
}

function reasonOf(refusal: Problem | EdeskError): string {
  if (refusal instanceof Problem) return refusal.type.replace('/problems/', '')
  return refusal.reason
}

function detailOf(refusal: Problem | EdeskError): string {
  if (refusal instanceof Problem) {
    const fields = (refusal.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`)
    return [refusal.message, ...fields].join('; ')
  }
  if (typeof refusal.details === 'string') return refusal.details
  return Object.entries(refusal.details)
    .map(([field, code]) => `${field} ${code}`)
    .join('; ')
}
