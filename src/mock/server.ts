import { checkRequest, findRoute } from './contractCheck.ts'
import { reasonAgainstTokens } from './domain/access.ts'
import type { RandomBytes } from './domain/random.ts'
import type { Exchange } from './domain/records.ts'
import { exchangeOf, type Findings, noFindings } from './findings.ts'
import type { Actor, AnyOperation, DemoAccount, Who } from './operation.ts'
import { operations } from './operations/operations.ts'
import { Problem } from './problem.ts'
import { createPublicApi } from './publicApi/publicApi.ts'
import { withRandomness } from './randomness.ts'
import { faultOfAnswer, isPublicPath, type Route } from './routes.ts'
import { findActor, sessionCookie } from './session.ts'
import { type Storage, StorageError, type Writer } from './storage/storage.ts'

export interface ServerOptions {
  storage: Storage
  clock: { now(): Date }
  randomBytes: RandomBytes
  demoAccounts?: readonly DemoAccount[]
  /**
   * What makes answers. Browsers take `Set-Cookie` off a plain Response, so that MSW's transports give theirs, which keeps it.
   */
  ResponseClass?: typeof Response
  /** The path that the application is served under. */
  base?: string
  /** Told of every request to either API, once it has its answer. */
  observe?: (exchange: Exchange) => void
}

export interface Server {
  /**
   * Answers a request; never throws.
   *
   * @param cookies what the request carries, for transports where the `Cookie` header cannot be read.
   */
  handle(request: Request, cookies?: Readonly<Record<string, string>>): Promise<Response>
}

/**
 * The backend. eDesk's public API under `/v1` has a way of its own (publicApi.ts); the management API's is: route → contract
 * check → who is it → may they → operation, in one storage transaction → answer.
 */
export function createServer(options: ServerOptions): Server {
  const base = (options.base ?? '').replace(/\/$/, '')
  const ResponseClass = options.ResponseClass ?? Response
  const demoAccounts = options.demoAccounts ?? []
  const answerPublic = createPublicApi({ ...options, ResponseClass })

  async function answer(
    request: Request,
    cookies: Readonly<Record<string, string>>,
    findings: Findings,
  ): Promise<Response> {
    const url = new URL(request.url)
    const { route, path } = findRoute(request.method, url.pathname.slice(base.length))
    findings.route = route
    refuseForeignOrigin(request, url)
    const checked = await checkRequest(route, path, request)
    const operation: AnyOperation = operations[route.operationId]
    const result = await inTransaction(route, async (db, randomBytes) => {
      const now = options.clock.now()
      const actor = await findActor(db, cookies[sessionCookie], now)
      if (actor) findings.by = { kind: 'user', id: actor.user.id, name: actor.user.name }
      refuseWhoMayNot(operation.who, actor)
      const context = { ...checked, actor, db, now, randomBytes, demoAccounts }
      const { status, headers, body } = await operation.run(context as never)
      findings.fault = faultOfAnswer(route, status, body)
      if (findings.fault !== undefined) throw new Error(findings.fault)
      return { status, headers, body }
    })
    return toResponse(ResponseClass, result)
  }

  async function answerOrRefuse(
    request: Request,
    cookies: Readonly<Record<string, string>>,
    findings: Findings,
  ): Promise<Response> {
    try {
      return await answer(request, cookies, findings)
    } catch (error) {
      findings.refusal = asProblem(error)
      const response = findings.refusal.toResponse()
      // HTTP leaves the body out by itself, other transports do not.
      return request.method === 'HEAD' ? new Response(null, response) : response
    }
  }

  function inTransaction<Result>(
    route: Route,
    work: (db: Writer, randomBytes: RandomBytes) => Promise<Result>,
  ): Promise<Result> {
    const { storage, randomBytes } = options
    // A reading transaction has no way to write, and the contract knows which operations only read.
    if (route.method === 'GET') return storage.read((reader) => work(reader as Writer, randomBytes))
    return storage.change((db) => withRandomness(db, randomBytes, (bytes) => work(db, bytes)))
  }

  return {
    async handle(request, cookies = cookiesOf(request)) {
      const at = options.clock.now()
      const { pathname, search } = new URL(request.url)
      const path = pathname.slice(base.length)
      const surface = isPublicPath(path) ? 'public' : 'management'
      const findings = noFindings()
      // A body can be read once.
      const spare = options.observe && request.clone()
      const response =
        surface === 'public'
          ? await answerPublic(request, path, findings)
          : await answerOrRefuse(request, cookies, findings)
      response.headers.set('Date', options.clock.now().toUTCString())
      if (options.observe && spare) {
        const sent = { at, surface, path: path + search, request: spare } as const
        options.observe(await exchangeOf(sent, findings, response))
      }
      return response
    },
  }
}

/** A page of another origin must not act for whoever is logged in (OWASP, cross-site request forgery). */
function refuseForeignOrigin(request: Request, url: URL): void {
  const origin = request.headers.get('origin')
  if (request.method !== 'GET' && origin !== null && origin !== url.origin) {
    throw new Problem('/problems/foreign-origin')
  }
}

function refuseWhoMayNot(who: Who, actor: Actor | undefined): void {
  if (who === 'anybody') return
  if (!actor) throw new Problem('/problems/not-logged-in')
  if (who === 'user') return
  if (actor.user.role !== 'admin') throw new Problem('/problems/admin-required')
  if (who === 'admin') return
  const reason = reasonAgainstTokens(actor.user, actor.business)
  if (reason) throw new Problem(`/problems/${reason}`)
}

function toResponse(
  ResponseClass: typeof Response,
  { status, headers = {}, body }: Awaited<ReturnType<AnyOperation['run']>>,
): Response {
  const always = { 'Cache-Control': 'no-store', ...headers }
  if (body === undefined) return new ResponseClass(null, { status, headers: always })
  return new ResponseClass(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...always },
  })
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StorageError) return new Problem(`/problems/storage-${error.kind}`)
  // What is wrong inside is nobody else's business.
  return new Problem('/problems/internal')
}

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
}
