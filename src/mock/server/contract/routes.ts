import type { managementRoutes } from '#src/api/generated/managementContract.ts'
import type { publicPaths } from '#src/api/generated/publicPaths.ts'
import { normalizePath } from '#src/shared/apiPaths.ts'

type ManagementRoute = (typeof managementRoutes)[number]
/** An operation that the application's pages call. */
export type ManagementOperationId = ManagementRoute['operationId']
/** An operation of the management API that only reads. */
export type ReadingOperationId = Extract<ManagementRoute, { method: 'GET' }>['operationId']
/** An operation of eDesk's public API, which applications call with a token. */
export type PublicOperationId = (typeof publicPaths)[number]['operationId']

export interface Parameter {
  name: string
  in: string
  required: boolean
  schema: object
}

/** What identifies the operation of a request. */
export interface OperationPath {
  operationId: string
  method: string
  /** With a `{name}` for each parameter. */
  path: string
}

/** An operation of the contract, with what validation needs. */
export interface Route<
  Id extends string = ManagementOperationId | PublicOperationId,
> extends OperationPath {
  operationId: Id
  parameters: readonly Parameter[]
  /** The schema of its JSON body. */
  body?: object
  /** Whether it also accepts a form with files. */
  multipart?: boolean
  /** The schema of each status; null for a response without a body. */
  responses: Readonly<Record<string, object | null>>
}

/** The result of a look-up: the route, if the contract has it, and the methods that the path allows. */
export interface RouteMatch<Found extends OperationPath> {
  route: Found | undefined
  path: Record<string, string>
  /** Empty if no operation has this path. */
  methods: string[]
}

/** Returns a function that finds the route of a request among `routes`, the operations of one API. */
export function routeTable<Found extends OperationPath>(
  routes: readonly Found[],
): (method: string, pathname: string) => RouteMatch<Found> {
  const templates = routes.map((route) => ({ route, parts: route.path.split('/') }))
  return (method, pathname) => {
    const parts = normalizePath(pathname).split('/')
    const candidates = templates.flatMap((template) => {
      const path = matchParts(template.parts, parts)
      return path ? [{ route: template.route, path }] : []
    })
    const match = candidates.find(({ route }) => route.method === method)
    return {
      route: match?.route,
      path: match?.path ?? {},
      methods: candidates.map(({ route }) => route.method),
    }
  }
}

/** Returns the parameters in a path; undefined if the path does not match the template. */
function matchParts(
  template: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined
  const matches = template.every((name, index) =>
    isParameter(name) ? parts[index] !== '' : parts[index] === name,
  )
  if (!matches) return undefined
  const values: Record<string, string> = {}
  for (const [index, name] of template.entries()) {
    if (isParameter(name)) values[name.slice(1, -1)] = decode(parts[index] ?? '')
  }
  return values
}

function isParameter(name: string): boolean {
  return name.startsWith('{')
}

/** Invalid percent-encoding is returned unchanged: the operation then finds no record with this id. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Returns the key of a status in the contract: the status itself, or its range, such as `5XX`. */
export function responseKey(route: Route, status: number): string {
  const range = `${Math.trunc(status / 100)}XX`
  return range in route.responses ? range : String(status)
}
