import type { OutputUnit } from '@cfworker/json-schema'

import { ContractProblem, type FieldError } from './problem.ts'
import {
  type ManagementOperationId,
  resolved,
  type Route,
  routeTable,
  type Schema,
  validatorOf,
} from './routes.ts'

/** What a request gives an operation, checked against the contract. */
export interface CheckedRequest {
  path: Record<string, unknown>
  query: Record<string, unknown>
  header: Record<string, unknown>
  body: unknown
}

const findInTable = routeTable('management')
const largestBody = 1_000_000

/**
 * The operation of the management API that a request is for, and the values in its path.
 *
 * @throws ContractProblem `not-found` where nothing is at that path, `method-not-allowed` where something else is.
 */
export function findRoute(
  method: string,
  pathname: string,
): { route: Route<ManagementOperationId>; path: Record<string, string> } {
  const { route, path, methods } = findInTable(method, pathname)
  if (route) return { route, path }
  if (methods.length === 0) throw new ContractProblem('/problems/not-found')
  throw new ContractProblem('/problems/method-not-allowed', {
    headers: { Allow: methods.join(', ') },
  })
}

/**
 * Checks a request against the contract: parameters, headers and body. Query parameters that the contract does not know are
 * ignored, properties of the body that it does not know are refused.
 *
 * @throws ContractProblem `malformed-request` or `invalid-fields`, with all that is wrong at once.
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
    if (errors.length > 0) throw new ContractProblem('/problems/invalid-fields', { errors })
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
        throw new ContractProblem('/problems/malformed-request', {
          detail: `${parameter.name} is missing.`,
        })
      }
      if (schema.default !== undefined) values[parameter.name] = schema.default
      continue
    }
    const value = valueOf(text, schema.type)
    if (!validatorOf(parameter.schema).validate(value).valid) {
      throw new ContractProblem('/problems/malformed-request', {
        detail: `${parameter.name} is not as the contract has it.`,
      })
    }
    values[parameter.name] = value
  }
  return values
}

/** What a text in an address stands for; itself, where it is no value of that type. */
function valueOf(text: string, type: Schema['type']): unknown {
  if (type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  return text
}

async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ContractProblem('/problems/malformed-request', {
      detail: 'The body must be application/json.',
    })
  }
  const text = await request.text()
  if (text.length > largestBody) {
    throw new ContractProblem('/problems/malformed-request', { detail: 'The body is too large.' })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ContractProblem('/problems/malformed-request', { detail: 'The body is no JSON.' })
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
    case 'format':
      return [{ pointer: instanceLocation, code: 'not-a-time', detail: 'It is no time.' }]
    case 'pattern':
    case 'minItems':
    case 'maxItems':
    case 'uniqueItems':
      return [{ pointer: instanceLocation, code: 'not-allowed', detail: error }]
    case 'maxLength':
      return [{ pointer: instanceLocation, code: 'too-long', detail: 'It is too long.' }]
    default:
      // What holds one of the errors above; it says nothing by itself.
      return []
  }
}
