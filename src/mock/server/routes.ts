import { Validator } from '@cfworker/json-schema'

import { definitions, routes } from '#src/api/generated/contract.ts'

type GeneratedRoute = (typeof routes)[number]
type Api = GeneratedRoute['api']
type IdsOf<Wanted extends Api> = Extract<GeneratedRoute, { api: Wanted }>['operationId']
/** An operation that the application's pages call. */
export type ManagementOperationId = IdsOf<'management'>
/** An operation of the management API that only reads. */
export type ReadingOperationId = Extract<
  GeneratedRoute,
  { api: 'management'; method: 'GET' }
>['operationId']
/** An operation of eDesk's public API, which applications call with a token. */
export type PublicOperationId = IdsOf<'public'>

export interface Parameter {
  name: string
  in: string
  required: boolean
  schema: object
}

/** An operation of the contract, with what validation needs. */
export interface Route<Id extends string = ManagementOperationId | PublicOperationId> {
  operationId: Id
  method: string
  path: string
  parameters: readonly Parameter[]
  /** The schema of its JSON body. */
  body?: object
  /** Whether it also accepts a form with files. */
  multipart?: boolean
  /** The schema of each status; null for a response without a body. */
  responses: Readonly<Record<string, object | null>>
}

/** The JSON Schema keywords that the checks read. */
export interface Schema {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  contentEncoding?: string
  default?: unknown
  items?: object
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  properties?: Readonly<Record<string, object>>
  required?: readonly string[]
  minProperties?: number
  additionalProperties?: boolean
  oneOf?: readonly { required: readonly string[] }[]
  'x-attachment'?: boolean
  'x-image-url'?: boolean
  'x-custom-field-value'?: boolean
  /** Whether a text may contain tabs and line breaks. */
  'x-lines'?: boolean
}

/** The result of a look-up: the route, if the contract has it, and the methods that the path allows. */
export interface RouteMatch<Id extends string> {
  route: Route<Id> | undefined
  path: Record<string, string>
  /** Empty if no operation has this path. */
  methods: string[]
}

const validators = new WeakMap<object, Pick<Validator, 'validate'>>()

/** Whether a path belongs to the public API, even if no operation has it, or it begins with several slashes. */
export function isPublicPath(pathname: string): boolean {
  return /^\/+v1(\/|$)/.test(normalizePath(pathname))
}

/** Whether a path belongs to one of the two APIs, even if no operation has it. */
export function isApiPath(pathname: string): boolean {
  return isPublicPath(pathname) || /^\/+api\//.test(normalizePath(pathname))
}

/** Decodes the characters of a path that need no percent-encoding: the paths mean the same (RFC 3986, section 6.2.2.2). */
function normalizePath(pathname: string): string {
  return pathname.replace(/%[2-7][\da-f]/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escape
  })
}

/** Returns a function that finds the route of a request among the operations of one API. */
export function routeTable<Wanted extends Api>(
  api: Wanted,
): (method: string, pathname: string) => RouteMatch<IdsOf<Wanted>> {
  const table = routes.filter((route) => route.api === api) as readonly object[] as readonly Route<
    IdsOf<Wanted>
  >[]
  return (method, pathname) => {
    const normalized = normalizePath(pathname)
    const candidates = table.flatMap((route) => {
      const path = matchPath(route.path, normalized)
      return path ? [{ route, path }] : []
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
function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const templateParts = template.split('/')
  const pathParts = pathname.split('/')
  if (templateParts.length !== pathParts.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, templatePart] of templateParts.entries()) {
    const part = pathParts[index] ?? ''
    if (!templatePart.startsWith('{')) {
      if (templatePart !== part) return undefined
    } else if (part === '') {
      return undefined
    } else {
      values[templatePart.slice(1, -1)] = decode(part)
    }
  }
  return values
}

/** Invalid percent-encoding is returned unchanged: the operation then finds no record with this id. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * Checks a response of an operation against the contract.
 *
 * @returns a description of the violation for developers; undefined if there is none.
 */
export function findResponseViolation(
  route: Route,
  status: number,
  body: unknown,
): string | undefined {
  const schema = route.responses[responseKey(route, status)]
  if (schema === undefined) return `${route.operationId} must not return ${status}`
  if (schema === null) {
    return body === undefined ? undefined : `${route.operationId} must not return a body`
  }
  const { valid, errors } = validatorOf(schema).validate(body)
  return valid ? undefined : `${route.operationId}: ${JSON.stringify(errors.at(-1))}`
}

/** Returns the key of a status in the contract: the status itself, or its range, such as `5XX`. */
export function responseKey(route: Route, status: number): string {
  const range = `${Math.trunc(status / 100)}XX`
  return range in route.responses ? range : String(status)
}

/** Returns the validator of a schema of the contract. Each schema's validator is created once. */
export function validatorOf(schema: object): Pick<Validator, 'validate'> {
  let validator = validators.get(schema)
  if (!validator) {
    validator = toleratingLoneSurrogates(
      new Validator({ ...schema, $defs: definitionsOf(schema) }, '2020-12', false),
    )
    validators.set(schema, validator)
  }
  return validator
}

/**
 * Collects the definitions that a schema refers to, directly or indirectly. A new validator walks through all definitions it is
 * given, and the whole contract is twenty times as large.
 */
function definitionsOf(schema: object): Record<string, object> {
  const found: Record<string, object> = {}
  const queue: unknown[] = [schema]
  while (queue.length > 0) {
    const part = queue.pop()
    if (typeof part !== 'object' || part === null) continue
    if ('$ref' in part) {
      const name = definitionName(part.$ref)
      if (!(name in found)) queue.push((found[name] = definitions[name]))
    }
    queue.push(...Object.values(part))
  }
  return found
}

/** The library throws a URIError for a property name with a lone surrogate, which JSON allows. */
function toleratingLoneSurrogates(validator: Validator): Pick<Validator, 'validate'> {
  return {
    validate(value) {
      try {
        return validator.validate(value)
      } catch (error) {
        if (!(error instanceof URIError)) throw error
        return validator.validate(withWellFormedNames(value))
      }
    },
  }
}

function withWellFormedNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWellFormedNames)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name.toWellFormed(), withWellFormedNames(child)]),
  )
}

/** Returns the definition that a schema refers to, or the schema itself if it has no `$ref`. */
export function resolveRef(schema: object): Schema {
  return '$ref' in schema ? definitions[definitionName(schema.$ref)] : schema
}

function definitionName(reference: unknown): keyof typeof definitions {
  return String(reference).replace('#/$defs/', '') as keyof typeof definitions
}
