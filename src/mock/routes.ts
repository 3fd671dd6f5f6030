import { Validator } from '@cfworker/json-schema'

import { definitions, routes } from '#src/api/generated/contract.ts'

type GeneratedRoute = (typeof routes)[number]
type Surface = GeneratedRoute['surface']
type IdsOf<Wanted extends Surface> = Extract<GeneratedRoute, { surface: Wanted }>['operationId']
/** What the pages call. */
export type ManagementOperationId = IdsOf<'management'>
/** What applications call that have a token: eDesk's own API. */
export type PublicOperationId = IdsOf<'public'>

export interface Parameter {
  name: string
  in: string
  required: boolean
  schema: object
}

/** An operation of the contract, as the checks need it. */
export interface Route<Id extends string = ManagementOperationId | PublicOperationId> {
  operationId: Id
  method: string
  path: string
  parameters: readonly Parameter[]
  /** What its JSON body must be. */
  body?: object
  /** It takes a form with files as well. */
  multipart?: boolean
  answers: Readonly<Record<string, object | null>>
}

/** What the checks look at in a JSON Schema. */
export interface Schema {
  type?: string | readonly string[]
  format?: string
  default?: unknown
  items?: object
  properties?: Readonly<Record<string, object>>
  'x-attachment'?: boolean
  'x-image-url'?: boolean
  'x-custom-field-value'?: boolean
}

/** What is at a path: the route that was asked for, if it is there, and the methods that are. */
export interface Match<Id extends string> {
  route: Route<Id> | undefined
  path: Record<string, string>
  /** Empty where nothing is at that path. */
  methods: string[]
}

const validators = new WeakMap<object, Pick<Validator, 'validate'>>()

/** Whether an address is the public API's: also where there is nothing at it. */
export function isPublicPath(pathname: string): boolean {
  return pathname === '/v1' || pathname.startsWith('/v1/')
}

/** The routes of one surface, to look requests up in. */
export function routeTable<Wanted extends Surface>(
  surface: Wanted,
): (method: string, pathname: string) => Match<IdsOf<Wanted>> {
  const table = routes.filter(
    (route) => route.surface === surface,
  ) as readonly object[] as readonly Route<IdsOf<Wanted>>[]
  return (method, pathname) => {
    const here = table.flatMap((route) => {
      const path = pathValues(route.path, pathname)
      return path ? [{ route, path }] : []
    })
    const wanted = here.find(({ route }) => route.method === method)
    return {
      route: wanted?.route,
      path: wanted?.path ?? {},
      methods: here.map(({ route }) => route.method),
    }
  }
}

function pathValues(template: string, pathname: string): Record<string, string> | undefined {
  const wanted = template.split('/')
  const given = pathname.split('/')
  if (wanted.length !== given.length) return undefined
  const values: Record<string, string> = {}
  for (const [position, part] of wanted.entries()) {
    const actual = given[position] ?? ''
    if (!part.startsWith('{')) {
      if (part !== actual) return undefined
    } else if (actual === '') {
      return undefined
    } else {
      values[part.slice(1, -1)] = decoded(actual)
    }
  }
  return values
}

/** A path that is not valid percent-encoding is looked up as it stands, and not found. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * Whether an answer is one that the contract allows for the operation.
 *
 * @returns what is wrong with it, in words for a developer; undefined where nothing is.
 */
export function faultOfAnswer(route: Route, status: number, body: unknown): string | undefined {
  const schema = route.answers[declaredStatus(route, status)]
  if (schema === undefined) return `${route.operationId} must not answer ${status}`
  if (schema === null) return body === undefined ? undefined : `${route.operationId} has no body`
  const { valid, errors } = validatorOf(schema).validate(body)
  return valid ? undefined : `${route.operationId}: ${JSON.stringify(errors.at(-1))}`
}

/** The name that the contract has for a status of an operation: itself, or the range that it is in, such as `5XX`. */
export function declaredStatus(route: Route, status: number): string {
  const range = `${Math.trunc(status / 100)}XX`
  return range in route.answers ? range : String(status)
}

/** The validator of a schema of the contract, made once. */
export function validatorOf(schema: object): Pick<Validator, 'validate'> {
  let validator = validators.get(schema)
  if (!validator) {
    validator = tolerant(
      new Validator({ ...schema, $defs: definitionsOf(schema) }, '2020-12', false),
    )
    validators.set(schema, validator)
  }
  return validator
}

/**
 * The definitions that a schema refers to, and those that they refer to. A validator goes through all that it is given when it
 * is made, and the whole contract is twenty times as much.
 */
function definitionsOf(schema: object): Record<string, object> {
  const found: Record<string, object> = {}
  const waiting: unknown[] = [schema]
  while (waiting.length > 0) {
    const part = waiting.pop()
    if (typeof part !== 'object' || part === null) continue
    if ('$ref' in part) {
      const name = nameIn(part.$ref)
      if (!(name in found)) waiting.push((found[name] = definitions[name]))
    }
    waiting.push(...Object.values(part))
  }
  return found
}

/** The library throws at a property's name with half a surrogate pair in it, which JSON may have. */
function tolerant(validator: Validator): Pick<Validator, 'validate'> {
  return {
    validate(value) {
      try {
        return validator.validate(value)
      } catch (error) {
        if (!(error instanceof URIError)) throw error
        return validator.validate(withWholeNames(value))
      }
    },
  }
}

function withWholeNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWholeNames)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name.toWellFormed(), withWholeNames(held)]),
  )
}

/** A schema itself, where another one only refers to it. */
export function resolved(schema: object): Schema {
  return '$ref' in schema ? definitions[nameIn(schema.$ref)] : schema
}

function nameIn(reference: unknown): keyof typeof definitions {
  return String(reference).replace('#/$defs/', '') as keyof typeof definitions
}
