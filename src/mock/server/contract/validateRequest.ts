import { containsKey } from '#src/shared/keysInText.ts'

import { type BodyBytes, charsetIssue } from '../http/bodyBytes.ts'
import type { Violation } from './findings.ts'
import { findViolations } from './violations.ts'
import { parseJson } from '../http/parseJson.ts'
import { ContractProblem, type FieldError } from '../errors/problem.ts'
import { readQuery } from '../http/queryParameters.ts'
import { managementRoutes } from './managementRoutes.ts'
import { type ManagementOperationId, type Route, routeTable } from './routes.ts'
import { resolveRef, type Schema } from './schemas.ts'

/** The parts of a request that an operation gets, after validation. */
export interface ValidatedRequest {
  path: Record<string, unknown>
  query: Record<string, unknown>
  header: Record<string, unknown>
  body: unknown
}

const findInRouteTable = routeTable(managementRoutes)

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
 * @param body the bytes of the body; undefined if the operation takes none.
 * @throws ContractProblem `malformed-request`, `body-too-large`, `body-unsupported`, or `invalid-fields` with the invalid fields
 *   (the first `reportedErrors` of them).
 */
export function validateRequest(
  route: Route,
  path: Record<string, string>,
  request: Request,
  body: BodyBytes | undefined,
): ValidatedRequest {
  const names = route.parameters.filter((parameter) => parameter.in === 'query')
  const query = readQuery(
    new URL(request.url).search,
    names.map(({ name }) => name),
  )
  for (const { detail } of query.violations) throw malformed(detail)
  const checked: ValidatedRequest = {
    path,
    query: readParameters(route, 'query', query.get),
    header: readParameters(route, 'header', (name) => request.headers.get(name)),
    body: undefined,
  }
  if (route.body && body) {
    checked.body = readBody(request.headers.get('content-type'), body)
    const errors = findViolations(route.body, checked.body).map(toFieldError)
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
      if (parameter.required) throw malformed(`${parameter.name} is missing.`)
      if (schema.default !== undefined) values[parameter.name] = schema.default
      continue
    }
    if (containsKey(text)) {
      throw malformed(`${parameter.name} contains an API key, which must stay secret.`)
    }
    const value = parseValue(text, schema.type)
    if (findViolations(parameter.schema, value).length > 0) {
      throw malformed(`${parameter.name} violates the contract.`)
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

function readBody(contentType: string | null, body: BodyBytes): unknown {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    throw malformed('The body must be application/json.')
  }
  const issue = body.issue ?? charsetIssue(contentType)
  if (issue) {
    const { status, detail, headers } = issue
    throw new ContractProblem(problemTypes[status], { detail, headers })
  }
  const { value, error } = parseJson(body.bytes ?? new Uint8Array())
  if (error !== undefined) throw malformed(error)
  return value
}

const problemTypes = {
  400: '/problems/malformed-request',
  413: '/problems/body-too-large',
  415: '/problems/body-unsupported',
} as const

function malformed(detail: string): ContractProblem {
  return new ContractProblem('/problems/malformed-request', { detail })
}

function toFieldError({ kind, path, detail }: Violation): FieldError {
  return {
    pointer: `#${path.map((name) => `/${pointerSegment(name)}`).join('')}`,
    code: codes[kind],
    detail,
  }
}

/** Encodes a name for a JSON Pointer in a fragment (RFC 6901, section 6). A client may have sent a name of any length. */
function pointerSegment(name: string): string {
  const escaped = name.slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')
  return encodeURI(escaped).replaceAll('#', '%23')
}

const codes: Record<Violation['kind'], FieldError['code']> = {
  type: 'wrong-type',
  enum: 'not-allowed',
  minLength: 'not-allowed',
  maxLength: 'too-long',
  pattern: 'not-allowed',
  format: 'not-a-time',
  characters: 'control-characters',
  minimum: 'not-allowed',
  maximum: 'not-allowed',
  required: 'required',
  unknown: 'unknown-property',
  minProperties: 'required',
  maxProperties: 'not-allowed',
  minItems: 'not-allowed',
  maxItems: 'not-allowed',
  uniqueItems: 'not-allowed',
  oneOf: 'not-allowed',
}
