import { type OutputUnit, Validator } from '@cfworker/json-schema'

import { definitions, routes } from '#src/api/generated/contract.ts'

import { type FieldError, Problem } from './problem.ts'

type GeneratedRoute = (typeof routes)[number]
type IdsOf<Surface> = Extract<GeneratedRoute, { surface: Surface }>['operationId']
/** What the pages call. */
export type ManagementOperationId = IdsOf<'management'>
/** What applications call that have a token: eDesk's own API. */
export type PublicOperationId = IdsOf<'public'>

interface Parameter {
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
  answers: Readonly<Record<string, object | null>>
}

/** What a request gives an operation, checked against the contract. */
export interface CheckedRequest {
  path: Record<string, unknown>
  query: Record<string, unknown>
  header: Record<string, unknown>
  body: unknown
}

const table: readonly Route<ManagementOperationId>[] = routes.filter(
  (route) => route.surface === 'management',
)
const largestBody = 1_000_000
const validators = new WeakMap<object, Validator>()

/**
 * The operation of the management API that a request is for, and the values in its path.
 *
 * @throws Problem `not-found` where nothing is at that path, `method-not-allowed` where something else is.
 */
export function findRoute(
  method: string,
  pathname: string,
): { route: Route<ManagementOperationId>; path: Record<string, string> } {
  const here = table.flatMap((route) => {
    const path = pathValues(route.path, pathname)
    return path ? [{ route, path }] : []
  })
  if (here.length === 0) throw new Problem('/problems/not-found')
  const wanted = here.find(({ route }) => route.method === method)
  if (wanted) return wanted
  const allowed = here.map(({ route }) => route.method).join(', ')
  throw new Problem('/problems/method-not-allowed', { headers: { Allow: allowed } })
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
 * Checks a request against the contract: parameters, headers and body. Query parameters that the contract does not know are
 * ignored, properties of the body that it does not know are refused.
 *
 * @throws Problem `malformed-request` or `invalid-fields`, with all that is wrong at once.
 */
export async function checkRequest(
  route: Route,
  path: Record<string, string>,
  request: Request,
): Promise<CheckedRequest> {
  const url = new URL(request.url)
  const checked: CheckedRequest = {
    path,
    query: parametersOf(route, 'query', (name) => url.searchParams.get(name)),
    header: parametersOf(route, 'header', (name) => request.headers.get(name)),
    body: undefined,
  }
  if (route.body) {
    checked.body = await readBody(request)
    const errors = faultsOf(route.body, checked.body)
    if (errors.length > 0) throw new Problem('/problems/invalid-fields', { errors })
  }
  return checked
}

function parametersOf(
  route: Route,
  place: 'query' | 'header',
  given: (name: string) => string | null,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const parameter of route.parameters.filter((candidate) => candidate.in === place)) {
    const text = given(parameter.name)
    const schema = resolved(parameter.schema)
    if (text === null) {
      if (parameter.required) {
        throw new Problem('/problems/malformed-request', {
          detail: `${parameter.name} is missing.`,
        })
      }
      if (schema.default !== undefined) values[parameter.name] = schema.default
      continue
    }
    const value = schema.type === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text
    if (!validatorOf(parameter.schema).validate(value).valid) {
      throw new Problem('/problems/malformed-request', {
        detail: `${parameter.name} is not as the contract has it.`,
      })
    }
    values[parameter.name] = value
  }
  return values
}

async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new Problem('/problems/malformed-request', {
      detail: 'The body must be application/json.',
    })
  }
  const text = await request.text()
  if (text.length > largestBody) {
    throw new Problem('/problems/malformed-request', { detail: 'The body is too large.' })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Problem('/problems/malformed-request', { detail: 'The body is no JSON.' })
  }
}

/** What is wrong with a value, by field. */
function faultsOf(schema: object, value: unknown): FieldError[] {
  const { errors } = validatorOf(schema).validate(value)
  const faults = errors.flatMap((error) => faultOf(error))
  // One field is told of once: a wrong type is also never an allowed value.
  return faults.filter(
    (fault, position) => faults.findIndex(({ pointer }) => pointer === fault.pointer) === position,
  )
}

function faultOf({ keyword, instanceLocation, error }: OutputUnit): FieldError[] {
  switch (keyword) {
    case 'required': {
      const name = /"(.+)"/.exec(error)?.[1] ?? ''
      return [
        { pointer: `${instanceLocation}/${name}`, code: 'required', detail: 'It is missing.' },
      ]
    }
    case 'minProperties':
      return [
        { pointer: instanceLocation, code: 'required', detail: 'There is nothing to change.' },
      ]
    case 'false':
      return [
        {
          pointer: instanceLocation,
          code: 'unknown-property',
          detail: 'There is no such property.',
        },
      ]
    case 'type':
      return [{ pointer: instanceLocation, code: 'wrong-type', detail: error }]
    case 'enum':
      return [
        { pointer: instanceLocation, code: 'not-allowed', detail: 'It is not an allowed value.' },
      ]
    case 'maxLength':
      return [{ pointer: instanceLocation, code: 'too-long', detail: 'It is too long.' }]
    default:
      // What holds one of the errors above; it says nothing by itself.
      return []
  }
}

/**
 * Whether an answer is one that the contract allows for the operation.
 *
 * @returns what is wrong with it, in words for a developer; undefined where nothing is.
 */
export function faultOfAnswer(route: Route, status: number, body: unknown): string | undefined {
  const schema = route.answers[String(status)] ?? null
  if (!(String(status) in route.answers)) return `${route.operationId} must not answer ${status}`
  if (schema === null) return body === undefined ? undefined : `${route.operationId} has no body`
  const { valid, errors } = validatorOf(schema).validate(body)
  return valid ? undefined : `${route.operationId}: ${JSON.stringify(errors.at(-1))}`
}

function validatorOf(schema: object): Validator {
  let validator = validators.get(schema)
  if (!validator) {
    validator = new Validator({ ...schema, $defs: definitions }, '2020-12', false)
    validators.set(schema, validator)
  }
  return validator
}

function resolved(schema: object): { type?: string; default?: unknown } {
  if (!('$ref' in schema)) return schema
  const name = String(schema.$ref).replace('#/$defs/', '')
  return definitions[name as keyof typeof definitions]
}
