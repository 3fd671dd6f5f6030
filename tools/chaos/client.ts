import { type AnswerCounts, logIn, reportFault, type Send } from './api.ts'
import { publicRecords } from './application.ts'
import type { Ledger } from './ledger.ts'
import { createRecordWriter } from './recordWriter.ts'
import { createTokenWriter } from './tokenWriter.ts'
import { type Attempt, take, type Writer } from './writer.ts'

/** How long a client waits after a request without an answer, in milliseconds. */
const pauseMs = 10

export interface ClientOptions {
  /** Begins the names of its records. */
  name: string
  send: Send
  ledger: Ledger
  counts: AnswerCounts
  random: () => number
  /** Called when a session begins. Returns whether it may have ended when it is called. */
  watchSession?: () => () => boolean
}

/** A client that writes tokens, tags and orders all the time. */
export interface Client {
  /** Writes until it is over. Begins with the creations that got no answer. */
  run: (isOver: () => boolean) => Promise<void>
}

/** Creates a client of the management API and of `/v1`. It repeats a creation until it gets an answer. */
export function createClient({
  name,
  send,
  ledger,
  counts,
  random,
  watchSession = () => () => false,
}: ClientOptions): Client {
  let session: { cookie: string; mayHaveEnded: () => boolean } | undefined
  let pendingToken: Attempt | undefined
  let pendingRecord: Attempt | undefined
  let names = 0

  const context = { ledger, counts, random, nextName: () => `${name}-${++names}` }
  const tokens = createTokenWriter(send, sendAsAdmin, context)
  const others = publicRecords.map((records) =>
    createRecordWriter(records, tokens.sendWithKey, context),
  )

  async function sendAsAdmin(...[method, path, sent = {}]: Parameters<Send>) {
    if (!session) return undefined
    const headers = { ...sent.headers, Cookie: session.cookie }
    const answer = await send(method, path, { ...sent, headers })
    if (answer?.status !== 401) return answer
    if (!session.mayHaveEnded()) reportFault(counts, 'A session is lost', answer)
    // Only requests of the same session can repeat a creation.
    session = pendingToken = undefined
    return undefined
  }

  async function beginSession(): Promise<boolean> {
    // It begins at some time between the two.
    const before = watchSession()
    const cookie = await logIn(send)
    const after = watchSession()
    if (cookie !== undefined) session = { cookie, mayHaveEnded: () => before() || after() }
    return session !== undefined
  }

  async function act(): Promise<boolean> {
    if (!session) return beginSession()
    if (!tokens.hasKey()) pendingToken ??= tokens.creation()
    if (pendingToken) {
      const isAnswered = await pendingToken()
      if (isAnswered) pendingToken = undefined
      return isAnswered
    }
    if (pendingRecord) {
      const isAnswered = await pendingRecord()
      if (isAnswered) pendingRecord = undefined
      return isAnswered
    }
    return begin()
  }

  /** Begins something else. */
  function begin(): Promise<boolean> {
    const writer = take<Writer>([tokens, ...others], random) ?? tokens
    const share = random()
    const attempt = share < 0.3 ? writer.change() : share < 0.6 ? writer.deletion() : undefined
    if (attempt) return attempt()
    if (writer === tokens) pendingToken = writer.creation()
    else pendingRecord = writer.creation()
    return act()
  }

  return {
    async run(isOver) {
      while (!isOver()) {
        if (!(await act())) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    },
  }
}
