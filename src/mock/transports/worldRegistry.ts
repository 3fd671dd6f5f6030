import { msPerHour } from '#src/shared/time.ts'
import { isPublicPath } from '#src/shared/apiPaths.ts'

import { dispatchCommand } from '../demo/dispatchCommand.ts'
import { DemoLinkError } from '../demo/demoLink.ts'
import type { DemoEnvironment } from '../demo/demoContext.ts'
import type { DemoTypes } from '../demo/schema.ts'
import { randomText } from '../domain/random.ts'
import { sha256 } from '../domain/sha256.ts'
import { readCookie } from '../server/http/cookies.ts'
import { errorResponse, foreignOriginDetail } from '../server/errors/errorResponse.ts'
import type { Server } from '../server/server.ts'
import { StorageError, type Storages } from '../storage/port.ts'
import { sessionCookie } from '../server/session.ts'
import type { ChangeSource } from './changeSource.ts'
import { visiblePort } from './visiblePort.ts'
import { createWorld, type OpenView, type World } from './world.ts'

/** Unused worlds are removed after this time. */
const idleTtlMs = msPerHour
/**
 * The cookie and the header that name the world and view of a request: `{world}.{view}`. The cookie's name also contains the
 * port, because browsers send cookies to all ports of a host name.
 */
const worldCookie = 'edesk_world'
const worldHeader = 'X-Edesk-World'
/** The world for requests that name none. It always exists. */
const defaultName = 'default'

export interface WorldRegistry {
  server: Server
  /** Handles requests that control the worlds: `/demo-control/v1/…`. */
  control: (request: Request) => Promise<Response>
  /**
   * The changes of a request's world. A page whose world is in the header follows none: its test lets it ask again, and a page that
   * asks again by itself could use up a fault.
   */
  changes: ChangeSource
  /** Removes the worlds that have not been used for an hour. Requests do this too. */
  removeIdleWorlds: () => void
}

interface WorldEntry {
  world: World
  lastUsed: number
}

/** Creates any number of isolated worlds, each with its own views, and an HTTP API that controls them. */
export async function createWorldRegistry(
  machine: DemoEnvironment['machine'],
  storages: Storages<DemoTypes>,
): Promise<WorldRegistry> {
  const worlds = new Map<string, WorldEntry>()

  async function addWorld(name: string, link: string): Promise<OpenView> {
    const world = createWorld({ storages, machine, transport: 'host', ResponseClass: Response })
    try {
      const view = await world.open(link)
      worlds.set(name, { world, lastUsed: machine.now() })
      return view
    } catch (error) {
      await world.remove()
      throw error
    }
  }

  function removeIdleWorlds(): void {
    for (const [name, { world, lastUsed }] of worlds) {
      if (name === defaultName || machine.now() - lastUsed <= idleTtlMs) continue
      worlds.delete(name)
      // The storages try again later.
      world.remove().catch(() => undefined)
    }
  }

  /** @throws HttpError 404 if the world does not exist. */
  function getWorld(name: string): World {
    removeIdleWorlds()
    const entry = worlds.get(name)
    if (!entry) {
      const reason =
        'It was never created, was deleted, was not used for an hour, or belongs to another host.'
      throw new HttpError(404, `World “${name}” does not exist. ${reason}`)
    }
    entry.lastUsed = machine.now()
    return entry.world
  }

  /**
   * @param name `{world}.{view}`, or only the world for its first view.
   * @throws HttpError 404 if the world or view does not exist.
   */
  function getView(name: string): OpenView {
    const [worldName = '', number = '1'] = name.split('.')
    const view = getWorld(worldName).view(Number(number))
    if (!view) throw new HttpError(404, `View “${number}” of world “${worldName}” does not exist.`)
    return view
  }

  /** Finds the world that has a token with this key: API clients send only a key, no world. */
  async function findWorldByKey(key: string): Promise<string> {
    const withKey = await storages.having('tokens', 'byKey', [sha256(key)])
    const found = [...worlds].flatMap(([name, { world }]) =>
      world.storages().some((storage) => withKey.has(storage)) ? [name] : [],
    )
    if (found.length > 1) {
      throw new HttpError(
        400,
        `${found.length} worlds have a token with this key. Set the header ${worldHeader}.`,
      )
    }
    return found[0] ?? defaultName
  }

  async function resolveName(request: Request): Promise<string> {
    const { url, headers } = request
    const named = headers.get(worldHeader) ?? cookieIn(request)
    if (named !== undefined) return named
    const key = /^Bearer +(\S+)/i.exec(headers.get('Authorization') ?? '')?.[1]
    if (key === undefined || !isPublicPath(new URL(url).pathname)) return defaultName
    return findWorldByKey(key)
  }

  const changes: ChangeSource = (request, cookies) => {
    if (request.headers.has(worldHeader)) return undefined
    const name = cookieIn(request) ?? defaultName
    const [worldName = '', number = '1'] = name.split('.')
    const world = worlds.get(worldName)?.world
    const view = world?.view(Number(number))
    if (!world || !view) return undefined
    return {
      subscribe: world.subscribe,
      session: async () => {
        const isOpen = worlds.get(worldName)?.world === world
        return isOpen && (await view.isLoggedIn(cookies[sessionCookie])) ? name : undefined
      },
    }
  }

  async function dispatch(request: Request): Promise<unknown> {
    const { origin, pathname } = new URL(request.url)
    const from = request.headers.get('Origin')
    if (from !== null && from !== origin)
      throw new HttpError(403, foreignOriginDetail(from, origin))
    const [name = '', verb, ...rest] = pathname.replace('/demo-control/v1/', '').split('/')
    if (name === '' || rest.length > 0) throw new HttpError(404, usage)
    if (request.method === 'DELETE' && verb === undefined) return deleteWorld(name)
    if (request.method !== 'POST') throw new HttpError(405, usage)
    if (name === 'worlds' && verb === undefined) {
      removeIdleWorlds()
      const worldName = randomText(12, machine.randomBytes)
      const view = await addWorld(worldName, parseLink(await readJson(request)))
      return cookiesFor(request, worldName, view)
    }
    if (verb === undefined) throw new HttpError(404, usage)
    if (verb === 'views') {
      const world = getWorld(name)
      return cookiesFor(request, name, await world.open(parseLink(await readJson(request))))
    }
    const { demo } = getView(name)
    return dispatchCommand(demo.control, verb, (await readJson(request)) ?? [])
  }

  async function deleteWorld(name: string): Promise<undefined> {
    if (name === defaultName) {
      throw new HttpError(409, 'The default world cannot be deleted. Reset it instead.')
    }
    const world = getWorld(name)
    worlds.delete(name)
    await world.remove()
  }

  await addWorld(defaultName, '')
  return {
    removeIdleWorlds,
    changes,
    server: {
      async handle(request, sender) {
        try {
          const { demo } = getView(await resolveName(request))
          return await demo.server.handle(request, sender)
        } catch (error) {
          const known = error instanceof StorageError ? storageFailure() : error
          if (known instanceof HttpError) return known.toResponse(new URL(request.url).pathname)
          throw error
        }
      },
    },
    async control(request) {
      try {
        const result = await dispatch(request)
        if (result === undefined) return new Response(null, { status: 204, headers: noStore })
        return Response.json(result, { headers: noStore })
      } catch (error) {
        return toHttpError(error).toResponse('/')
      }
    },
  }
}

const noStore = { 'Cache-Control': 'no-store' }
const usage =
  'POST /demo-control/v1/worlds creates a world, POST /demo-control/v1/{world}/views opens a view, ' +
  'POST /demo-control/v1/{world}.{view}/{verb} calls a command, DELETE /demo-control/v1/{world} deletes the world.'

class HttpError extends Error {
  readonly status: number
  readonly extensions: object

  constructor(status: number, detail: string, extensions: object = {}) {
    super(detail)
    this.status = status
    this.extensions = extensions
  }

  /** Returns the response, in the format of the API that the path belongs to. */
  toResponse(path: string): Response {
    const { status, message, extensions } = this
    const title = 'The demo cannot do that'
    return errorResponse({
      isPublic: isPublicPath(path),
      status,
      title,
      detail: message,
      extensions,
    })
  }
}

function storageFailure(): HttpError {
  return new HttpError(503, 'The database does not answer. Try again.')
}

/** Converts an error of a command: apart from the storage, commands fail only because of their arguments, and the message says why. */
function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof DemoLinkError) {
    return new HttpError(422, error.message, { problems: error.problems })
  }
  if (error instanceof StorageError) return storageFailure()
  return new HttpError(400, error instanceof Error ? error.message : String(error))
}

/** The cookies that assign a client to the view, in the format of Playwright's `context.addCookies`. */
function cookiesFor(request: Request, world: string, { number }: OpenView) {
  const { hostname } = new URL(request.url)
  const cookie = {
    name: cookieName(request),
    value: `${world}.${number}`,
    domain: hostname,
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
  }
  return { world, view: number, cookies: [cookie] }
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new HttpError(400, 'The body is not valid JSON.')
  }
}

function parseLink(body: unknown): string {
  const { link = '', ...others } = (body ?? {}) as { link?: unknown }
  const isValid =
    typeof link === 'string' && !Array.isArray(body) && Object.keys(others).length === 0
  if (isValid) return link.replace(/^[^?]*\?/, '')
  throw new HttpError(400, 'Expected body: { "link": "demo=tokens" }, or no body.')
}

function cookieName({ url }: Request): string {
  return `${worldCookie}_${visiblePort(new URL(url))}`
}

/** Returns the world in the cookie of this port, or in a cookie without a port, which a client has set by itself. */
function cookieIn(request: Request): string | undefined {
  const cookies = request.headers.get('Cookie') ?? ''
  return readCookie(cookies, cookieName(request)) ?? readCookie(cookies, worldCookie)
}
