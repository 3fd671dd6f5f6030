import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'

import { ask } from '../../tests/support/http.ts'

/** A complete answer. */
export interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** The parsed JSON; undefined without a body. */
  body: unknown
}

interface Sent {
  headers?: Record<string, string>
  body?: unknown
}

/** Sends a request. Returns undefined if there is no complete answer, or if the host cannot reach or store its data. */
export type Send = (method: string, path: string, sent?: Sent) => Promise<Answer | undefined>

/** What the answers to all requests were. */
export interface AnswerCounts {
  /** Answers that say why the data cannot be reached or stored. */
  refusedInWords: number
  /** Answers that no chaos explains. */
  faults: string[]
}

/** No answer takes so long, even if the disk is busy, in milliseconds. */
const answerTimeoutMs = 120_000

/** The statuses of a host that cannot reach or store its data. */
const refusals = [503, 507]

/** Creates a client of the host at a port. It counts the answers. */
export function createSend(port: number, counts: AnswerCounts): Send {
  return async (method, path, sent) => {
    const response = await answerOf(ask(port, method, path, sent))
    if (response === 'late') counts.faults.push(`${method} ${path} got no answer in time.`)
    if (response === 'late' || response === 'lost') return undefined
    const { status, headers, body: text } = response
    const answer: Answer = { status, headers, body: text === '' ? undefined : parse(text) }
    if (!refusals.includes(status)) return answer
    if (wordsOf(answer) === undefined) counts.faults.push(`${status} without words: ${text}`)
    else counts.refusedInWords += 1
    return undefined
  }
}

async function answerOf(
  response: ReturnType<typeof ask>,
): Promise<Awaited<typeof response> | 'late' | 'lost'> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>()
  const timer = setTimeout(resolve, answerTimeoutMs, 'late')
  try {
    return await Promise.race([response.catch(() => 'lost' as const), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Adds an answer to the faults. */
export function reportFault(counts: AnswerCounts, what: string, answer: Answer): void {
  counts.faults.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
}

/** Logs in as the Admin. Returns the session cookie; undefined if there is no answer. */
export async function logIn(send: Send): Promise<string | undefined> {
  const [{ email, password }] = demoAccounts
  const answer = await send('POST', '/api/session', { body: { email, password } })
  return [answer?.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Returns the explanation in an error of the management API or of `/v1`. */
function wordsOf({ body }: Answer): unknown {
  const { title, error } = Object(body) as { title?: unknown; error?: { message?: unknown } }
  return title ?? error?.message
}
