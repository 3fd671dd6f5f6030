import { sha256 } from '../domain/sha256.ts'
import { otherAdmin } from '../scenarios/demoAccounts.ts'
import { errorResponse } from '../server/errors/errorResponse.ts'
import { Problem, type ProblemType } from '../server/errors/problem.ts'
import { sessionCookieOf, type DemoContext, type DemoEnvironment } from './demoContext.ts'
import type { SentRequest, SentResponse } from './demoControl.ts'
import { type Fault, findFault, incrementCounts } from './faults.ts'

/** Returns the fault that applies to a call, if any, and counts the call. */
export function selectFault(
  context: DemoContext,
  operation: string | null,
  { memory }: DemoEnvironment,
): Fault | undefined {
  const { faults, counts } = context.view
  if (faults.length === 0 || operation === null) return undefined
  const seed = context.world.seed ?? context.world.seededAt
  const fault = findFault(faults, operation, counts, seed)
  context.view = { ...context.view, counts: incrementCounts(counts, operation) }
  memory.save(context.view)
  return fault
}

/** Makes another Admin change the token before the request does, for the fault `overtaken`. */
export async function overtake(
  path: string,
  send: (request: SentRequest) => Promise<SentResponse>,
): Promise<void> {
  const tokenPath = path.split('?')[0] ?? path
  const { headers, body } = await send({ as: otherAdmin.email, method: 'GET', path: tokenPath })
  const { description = '' } = (body ?? {}) as { description?: string }
  await send({
    as: otherAdmin.email,
    method: 'PATCH',
    path: tokenPath,
    headers: { 'If-Match': headers.etag ?? '*' },
    body: { description: `${description} Checked by Robin.`.trim() },
  })
}

/** Ends the tab's session, for the fault `session-ends`. */
export async function endSession(
  context: DemoContext,
  environment: DemoEnvironment,
): Promise<void> {
  const cookie = sessionCookieOf(context, environment)
  if (cookie) await context.storage.write((db) => db.delete('sessions', sha256(cookie)))
}

const problemTypes: Readonly<Record<number, ProblemType>> = {
  401: '/problems/not-logged-in',
  403: '/problems/admin-required',
  404: '/problems/not-found',
  412: '/problems/version-changed',
  500: '/problems/internal',
  507: '/problems/storage-full',
}

/** Creates the error response of a fault, in the format of the called API. */
export function faultResponse(status: number, surface: 'management' | 'public'): Response {
  const isPublic = surface === 'public'
  const type = problemTypes[status]
  if (!isPublic && type) return new Problem(type).toResponse()
  const title = 'The demo injected this error'
  return errorResponse({ isPublic, status, title, detail: 'A fault of the demo is active.' })
}

/** Returns the response with a truncated body that is not valid JSON. */
export async function truncateBody(response: Response): Promise<Response> {
  const text = await response.text()
  const type = response.headers.get('Content-Type') ?? 'application/json'
  // The appended text breaks the JSON even if half of the body is empty or valid.
  return new Response(`${text.slice(0, text.length / 2)}{"`, {
    status: text === '' ? 200 : response.status,
    headers: { 'Content-Type': type },
  })
}
