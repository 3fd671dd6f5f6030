import type { OutputUnit } from '@cfworker/json-schema'

import { ContractProblem, type FieldError } from './problem.ts'
import {
  type ManagementOperationId,
  resolveRef,
  type Route,
  routeTable,
  type Schema,
  validatorOf,
} from './routes.ts'

/** The parts of a request that an operation gets, after validation. */
export interface ValidatedRequest {
  path: Record<string, unknown>
  query: Record<string, unknown>
  header: Record<string, unknown>
  body: unknown
}

const findInRouteTable = routeTable('management')
const maxBodyLength = 1_000_000

/**
 * Finds the operation of the management API for a request, and reads the parameters in its path.
 *
 * @throws ContractProblem `not-found` if no operation has this path, `method-not-allowed` if only other methods have it.
 */
export function findRoute(
  method: string,
  pathname: string,
): { route: Route<ManagementOperationId>; path: Record<string, string> } {
  const { route, path, methods } = findInRouteTable(method, pathname)
  if (route) return { route, path }
  if (methods.length === 0) throw new ContractProblem('/problems/not-found')
  throw new ContractProblem('/problems/method-not-allowed', {
    headers: { Allow: methods.join(', ') },
  })
}

/**
 * Validates a request against the contract: parameters, headers and body. Unknown query parameters are ignored, unknown
 * properties of the body are rejected.
 *
 * @throws ContractProblem `malformed-request`, or `invalid-fields` with all invalid fields at once.
 */
export async function validateRequest(
  route: Route,
  path: Record<string, string>,
  request: Request,
): Promise<ValidatedRequest> {
  const url = new URL(request.url)
  const checked: ValidatedRequest = {
    path,
    query: readParameters(route, 'query', (name) => url.searchParams.get(name)),
    header: readParameters(route, 'header', (name) => request.headers.get(name)),
    body: undefined,
  }
  if (route.body) {
    checked.body = await readBody(request)
    const errors = validateFields(route.body, checked.body)
    if (errors.length > 0) throw new ContractProblem('/problems/invalid-fields', { errors })
  }
  return checked
}

function readParameters(
  route: Route,
  location: 'query' | 'header',
  get: (name: string) => string | null,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const parameter of route.parameters.filter((candidate) => candidate.in === location)) {
    const text = get(parameter.name)
    const schema = resolveRef(parameter.schema)
    if (text === null) {
      if (parameter.required) {
        throw new ContractProblem('/problems/malformed-request', {
          detail: `${parameter.name} is missing.`,
        })
      }
      if (schema.default !== undefined) values[parameter.name] = schema.default
      continue
    }
    const value = parseValue(text, schema.type)
    if (!validatorOf(parameter.schema).validate(value).valid) {
      throw new ContractProblem('/problems/malformed-request', {
        detail: `${parameter.name} violates the contract.`,
      })
    }
    values[parameter.name] = value
  }
  return values
}

/** Converts a parameter's text to the type of its schema. A text that does not fit the type is returned unchanged. */
function parseValue(text: string, type: Schema['type']): unknown {
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
  if (text.length > maxBodyLength) {
    throw new ContractProblem('/problems/malformed-request', { detail: 'The body is too large.' })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ContractProblem('/problems/malformed-request', {
      detail: 'The body is not valid JSON.',
    })
  }
}

/** Validates a value against a schema. Returns one error per invalid field. */
function validateFields(schema: object, value: unknown): FieldError[] {
  const { errors } = validatorOf(schema).validate(value)
  const fieldErrors = errors.flatMap((error) => toFieldErrors(error))
  // Keep the first error of each field: a value of the wrong type also fails `enum`.
  return fieldErrors.filter(
    ({ pointer }, index) => fieldErrors.findIndex((other) => other.pointer === pointer) === index,
  )
}

function toFieldErrors({ keyword, instanceLocation, error }: OutputUnit): FieldError[] {
  switch (keyword) {
    case 'required': {
      const name = /"(.+)"/.exec(error)?.[1] ?? ''
      return [
        { pointer: `${instanceLocation}/${name}`, code: 'required', detail: 'It is required.' },
      ]
    }
    case 'minProperties':
      return [
        { pointer: instanceLocation, code: 'required', detail: 'At least one field is required.' },
      ]
    case 'false':
      return [
        {
          pointer: instanceLocation,
          code: 'unknown-property',
          detail: 'Unknown property.',
        },
      ]
    case 'type':
      return [{ pointer: instanceLocation, code: 'wrong-type', detail: error }]
    case 'enum':
      return [
        { pointer: instanceLocation, code: 'not-allowed', detail: 'It is not an allowed value.' },
      ]
    case 'format':
      return [{ pointer: instanceLocation, code: 'not-a-time', detail: 'It is not a valid time.' }]
    case 'pattern':
    case 'minItems':
    case 'maxItems':
    case 'uniqueItems':
      return [{ pointer: instanceLocation, code: 'not-allowed', detail: error }]
    case 'maxLength':
      return [{ pointer: instanceLocation, code: 'too-long', detail: 'It is too long.' }]
    default:
      // A keyword such as `properties` only repeats that one of the errors above occurred inside it.
      return []
  }
}
