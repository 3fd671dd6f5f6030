import { callVerb } from '../demo/callVerb.ts'
import { DemoLinkError } from '../demo/link.ts'
import type { Surroundings } from '../demo/place.ts'
import { randomText } from '../domain/random.ts'
import { sha256 } from '../domain/sha256.ts'
import { EdeskError } from '../publicApi/edeskError.ts'
import { isPublicPath } from '../routes.ts'
import type { Server } from '../server.ts'
import { createMemoryWorld, type MemoryWorld, type OpenView } from './memoryWorld.ts'

/** How long a world is kept that nobody uses, in milliseconds. */
const patience = 60 * 60 * 1000
/** The cookie, and the header, that name the world and view that a request belongs to: `{world}.{view}`. */
const worldCookie = 'edesk_world'
const worldHeader = 'X-Edesk-World'
/** The world of requests that name none. It is always there. */
const defaultName = 'default'

export interface HostWorlds {
  server: Server
  /** Answers what is for the control of the worlds: `/demo-control/v1/…`. */
  control: (request: Request) => Promise<Response>
}

interface KeptWorld {
  world: MemoryWorld
  lastUsed: number
}

/** Any number of worlds in memory, none of which knows of another, each with views of its own; and their control over HTTP. */
export async function createHostWorlds(machine: Surroundings['machine']): Promise<HostWorlds> {
  const worlds = new Map<string, KeptWorld>()

  async function newWorld(name: string, link: string): Promise<OpenView> {
    const world = createMemoryWorld({ machine, transport: 'host', ResponseClass: Response })
    const view = await world.open(link)
    worlds.set(name, { world, lastUsed: machine.now() })
    return view
  }

  function dropUnused(): void {
    for (const [name, { lastUsed }] of worlds) {
      if (name !== defaultName && machine.now() - lastUsed > patience) worlds.delete(name)
    }
  }

  /** @throws Refusal where there is no such world. */
  function worldOf(name: string): MemoryWorld {
    dropUnused()
    const kept = worlds.get(name)
    if (!kept) {
      const reason = 'It was never made, was forgotten, or nobody has used it for an hour.'
      throw new Refusal(404, `There is no world “${name}”. ${reason}`)
    }
    kept.lastUsed = machine.now()
    return kept.world
  }

  /**
   * @param name `{world}.{view}`, or the world alone for its first view.
   * @throws Refusal where there is no such world or view.
   */
  function viewOf(name: string): OpenView {
    const [worldName = '', number = '1'] = name.split('.')
    const view = worldOf(worldName).view(Number(number))
    if (!view) throw new Refusal(404, `There is no view “${number}” of the world “${worldName}”.`)
    return view
  }

  /** An application that knows nothing of worlds has a key, and with it the world that this key opens. */
  async function worldWithKey(key: string): Promise<string> {
    const hash = sha256(key)
    const found: string[] = []
    for (const [name, { world }] of worlds) if (await world.hasKey(hash)) found.push(name)
    if (found.length > 1) {
      throw new Refusal(
        400,
        `${found.length} worlds have a token with this key. Name yours in the header ${worldHeader}.`,
      )
    }
    return found[0] ?? defaultName
  }

  async function nameFor({ url, headers }: Request): Promise<string> {
    const named = headers.get(worldHeader) ?? cookieIn(headers)
    if (named !== undefined) return named
    const key = /^Bearer +(\S+)/i.exec(headers.get('Authorization') ?? '')?.[1]
    if (key === undefined || !isPublicPath(new URL(url).pathname)) return defaultName
    return worldWithKey(key)
  }

  async function carryOut(request: Request): Promise<unknown> {
    const { origin, pathname } = new URL(request.url)
    const from = request.headers.get('Origin')
    if (from !== null && from !== origin) {
      throw new Refusal(403, `Pages of ${from} may not control this demo.`)
    }
    const [name = '', verb, ...more] = pathname.replace('/demo-control/v1/', '').split('/')
    if (name === '' || more.length > 0) throw new Refusal(404, howToCall)
    if (request.method === 'DELETE' && verb === undefined) return forget(name)
    if (request.method !== 'POST') throw new Refusal(405, howToCall)
    if (name === 'worlds' && verb === undefined) {
      dropUnused()
      const made = randomText(12, machine.randomBytes)
      return cookiesFor(request, made, await newWorld(made, linkIn(await bodyOf(request))))
    }
    if (verb === undefined) throw new Refusal(404, howToCall)
    if (verb === 'views') {
      const world = worldOf(name)
      return cookiesFor(request, name, await world.open(linkIn(await bodyOf(request))))
    }
    const { demo } = viewOf(name)
    return callVerb(demo.control, verb, (await bodyOf(request)) ?? [])
  }

  function forget(name: string): undefined {
    if (name === defaultName) {
      throw new Refusal(409, 'The default world cannot be forgotten, but reset.')
    }
    worldOf(name)
    worlds.delete(name)
  }

  await newWorld(defaultName, '')
  return {
    server: {
      async handle(request, cookies) {
        try {
          const { demo } = viewOf(await nameFor(request))
          return await demo.server.handle(request, cookies)
        } catch (error) {
          if (error instanceof Refusal) return error.toAnswer(new URL(request.url).pathname)
          throw error
        }
      },
    },
    async control(request) {
      try {
        const result = await carryOut(request)
        if (result === undefined) return new Response(null, { status: 204, headers: noStore })
        return Response.json(result, { headers: noStore })
      } catch (error) {
        return asRefusal(error).toAnswer('/')
      }
    },
  }
}

const noStore = { 'Cache-Control': 'no-store' }
const howToCall =
  'POST /demo-control/v1/worlds makes a world, POST /demo-control/v1/{world}/views a view of it, ' +
  'POST /demo-control/v1/{world}.{view}/{verb} does something in it, DELETE /demo-control/v1/{world} forgets it.'

class Refusal extends Error {
  readonly status: number
  readonly more: object

  constructor(status: number, detail: string, more: object = {}) {
    super(detail)
    this.status = status
    this.more = more
  }

  /** In eDesk's form for `/v1`, else as a problem document (RFC 9457). */
  toAnswer(path: string): Response {
    const { status, message, more } = this
    const title = 'The demo cannot do that'
    const isPublic = isPublicPath(path)
    const body = isPublic
      ? new EdeskError(status, title, message).body
      : { type: 'about:blank', title, status, detail: message, ...more }
    const type = isPublic ? 'application/json' : 'application/problem+json'
    return Response.json(body, { status, headers: { ...noStore, 'Content-Type': type } })
  }
}

/** Everything that can go wrong with a verb comes from what was asked: the demo says so in words. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof DemoLinkError) {
    return new Refusal(422, error.message, { problems: error.problems })
  }
  return new Refusal(400, error instanceof Error ? error.message : String(error))
}

/** Who sends these belongs to the view. In the form that Playwright's `context.addCookies` takes. */
function cookiesFor(request: Request, world: string, { number }: OpenView) {
  const { hostname } = new URL(request.url)
  const cookie = {
    name: worldCookie,
    value: `${world}.${number}`,
    domain: hostname,
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
  }
  return { world, view: number, cookies: [cookie] }
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal(400, 'The body is no JSON.')
  }
}

function linkIn(body: unknown): string {
  const { link = '' } = (body ?? {}) as { link?: unknown }
  if (typeof link === 'string') return link.replace(/^[^?]*\?/, '')
  throw new Refusal(400, 'The body is to be { "link": "demo=tokens" }, or nothing.')
}

function cookieIn(headers: Headers): string | undefined {
  const cookies = headers.get('Cookie') ?? ''
  return new RegExp(`(?:^|;\\s*)${worldCookie}=([\\w.]+)`).exec(cookies)?.[1]
}
