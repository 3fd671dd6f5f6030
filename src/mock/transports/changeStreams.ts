import type { ServerResponse } from 'node:http'

import { changesPath, normalizePath } from '#src/shared/apiPaths.ts'

import { errorResponse } from '../server/errors/errorResponse.ts'
import { Problem } from '../server/errors/problem.ts'
import { StorageError } from '../storage/port.ts'
import type { ChangeSource, FollowedChanges } from './changeSource.ts'

/** How many streams a host and a session may have. A browser needs one, and another one while it reloads a page. */
const defaultLimits = { host: 1_000, session: 4 }

/** A stream has at most one event in this time: each lets a page fetch its data again. */
const defaultIntervalMs = 1_000

/** How often something is sent in any case. Proxies close a connection that is silent for a minute. */
const defaultHeartbeatMs = 25_000

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  // nginx would collect several events before it sends them.
  'X-Accel-Buffering': 'no',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}
const event = 'data: changed\n\n'
const heartbeat = ':\n\n'

/** The streams by which a host tells pages that data have changed. */
export interface ChangeStreams {
  /** Whether the page that sent a request can open a stream. */
  areOffered(request: Request, cookies: Readonly<Record<string, string>>): boolean
  /**
   * Opens a stream of server-sent events. It begins with an event, because the page may have missed a change before.
   *
   * @returns the response if the request is refused.
   */
  open(
    request: Request,
    cookies: Readonly<Record<string, string>>,
    outgoing: ServerResponse,
  ): Promise<Response | undefined>
  /** Ends all streams, and refuses new ones. */
  close(): void
}

interface StreamOptions {
  limits?: { host: number; session: number }
  intervalMs?: number
  heartbeatMs?: number
}

/** Whether a URL is the one of the streams. */
export function isChangesRequest({ pathname }: URL): boolean {
  return normalizePath(pathname) === changesPath
}

/** Creates the streams of a host. */
export function createChangeStreams(
  find: ChangeSource,
  {
    limits = defaultLimits,
    intervalMs = defaultIntervalMs,
    heartbeatMs = defaultHeartbeatMs,
  }: StreamOptions = {},
): ChangeStreams {
  /** The open streams with their sessions. */
  const open = new Map<ServerResponse, string>()
  let isClosed = false

  function refusalFor(session: string): Response | undefined {
    const ofSession = [...open.values()].filter((one) => one === session).length
    if (isClosed || open.size >= limits.host) return refusal(503, 'The host has no stream left.')
    if (ofSession >= limits.session) return refusal(429, 'The session has too many streams.')
    return undefined
  }

  return {
    areOffered: (request, cookies) => !isClosed && find(request, cookies) !== undefined,
    async open(request, cookies, outgoing) {
      const changes = find(request, cookies)
      if (!changes) return new Problem('/problems/not-found').toResponse()
      if (request.method !== 'GET') {
        const allowed = { headers: { Allow: 'GET' } }
        return new Problem('/problems/method-not-allowed', allowed).toResponse()
      }
      const session = await sessionOf(changes)
      if (session instanceof Response) return session
      const refused = refusalFor(session)
      if (refused || outgoing.closed) return refused
      open.set(outgoing, session)
      outgoing.once('close', () => open.delete(outgoing))
      stream(changes, outgoing, { intervalMs, heartbeatMs })
      return undefined
    },
    close() {
      isClosed = true
      for (const outgoing of open.keys()) outgoing.end()
    },
  }
}

/** Resolves with the name of the session, or with the response if there is none. */
async function sessionOf({ session }: FollowedChanges): Promise<string | Response> {
  try {
    return (await session()) ?? new Problem('/problems/not-logged-in').toResponse()
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return new Problem(`/problems/storage-${error.kind}`).toResponse()
  }
}

function stream(
  { subscribe, session }: FollowedChanges,
  outgoing: ServerResponse,
  { intervalMs, heartbeatMs }: Required<Omit<StreamOptions, 'limits'>>,
): void {
  let pause: NodeJS.Timeout | undefined
  let isPending = false

  function changed(): void {
    isPending = true
    if (pause !== undefined) return
    isPending = false
    rest()
    void send(event)
  }

  /** Collects the changes of the next moment. */
  function rest(): void {
    pause = setTimeout(() => {
      pause = undefined
      if (isPending) changed()
    }, intervalMs).unref()
  }

  /** Sends a text, unless the session has ended, or the client has not read what was sent before. */
  async function send(text: string): Promise<void> {
    if (outgoing.writableLength > 0) return void outgoing.destroy()
    const isLoggedIn = await session().then(
      (id) => id !== undefined,
      () => false,
    )
    if (outgoing.closed || outgoing.writableEnded) return
    if (isLoggedIn) outgoing.write(text)
    else outgoing.end()
  }

  const beats = setInterval(() => void send(heartbeat), heartbeatMs).unref()
  const unsubscribe = subscribe(changed)
  outgoing.once('close', () => {
    unsubscribe()
    clearInterval(beats)
    clearTimeout(pause)
  })
  outgoing.writeHead(200, headers)
  outgoing.write(event)
  rest()
}

function refusal(status: number, detail: string): Response {
  const title = 'The stream cannot be opened'
  const response = errorResponse({ isPublic: false, status, title, detail })
  response.headers.set('Retry-After', '30')
  return response
}
