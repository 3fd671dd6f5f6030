import { withoutKeys } from '#src/api/keyFormat.ts'
import type { Exchange } from './domain/records.ts'
import { ContractProblem, Problem } from './problem.ts'
import type { EdeskError } from './publicApi/edeskError.ts'
import { faultOfAnswer, type Route } from './routes.ts'
import { sentBody } from './sentBody.ts'

/** What an API finds out about a request on its way, for the exchange. */
export interface Findings {
  route: Route | undefined
  by: Exchange['by']
  /** What the answer tells, where the request was not carried out. */
  refusal: Problem | EdeskError | undefined
  /** Why the answer that was meant could not be given. */
  fault: string | undefined
}

export function noFindings(): Findings {
  return { route: undefined, by: { kind: 'nobody' }, refusal: undefined, fault: undefined }
}

/**
 * The exchange that has taken place.
 *
 * @param sent the request, whose body nobody has read, and where and when it came in.
 */
export async function exchangeOf(
  sent: { at: Date; surface: Exchange['surface']; path: string; request: Request },
  { route, by, refusal, fault }: Findings,
  answer: Response,
): Promise<Exchange> {
  const { at, surface, path, request } = sent
  const detail = refusal ? withoutKeys(wordsOf(refusal)) : null
  const faults = [fault, await faultOfRefusal(route, request.method, answer)]
  return {
    at: at.toISOString(),
    method: request.method,
    path: withoutKeys(path),
    operation: route?.operationId ?? null,
    surface,
    by,
    status: answer.status,
    reason: refusal ? reasonOf(refusal) : null,
    detail,
    mismatches: [
      ...(detail !== null && refusal instanceof ContractProblem
        ? [{ in: 'request' as const, detail }]
        : []),
      ...faults.flatMap((found) =>
        found === undefined ? [] : [{ in: 'answer' as const, detail: withoutKeys(found) }],
      ),
    ],
    body: await sentBody(request),
  }
}

/** What was carried out has had its answer checked before it was given. */
async function faultOfRefusal(
  route: Route | undefined,
  method: string,
  answer: Response,
): Promise<string | undefined> {
  // Without a body there is nothing that GET with the same answer does not show.
  if (!route || answer.status < 400 || method === 'HEAD') return undefined
  return faultOfAnswer(route, answer.status, await answer.clone().json())
}

function reasonOf(refusal: Problem | EdeskError): string {
  if (refusal instanceof Problem) return refusal.type.replace('/problems/', '')
  return refusal.refusal?.reason ?? refusal.message
}

function wordsOf(refusal: Problem | EdeskError): string {
  if (refusal instanceof Problem) {
    const fields = (refusal.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`)
    return [refusal.message, ...fields].join('; ')
  }
  if (typeof refusal.details === 'string') return refusal.details
  return Object.entries(refusal.details)
    .map(([field, code]) => `${field} ${code}`)
    .join('; ')
}
